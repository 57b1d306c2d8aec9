"""Sentences for programs that Python can't read (`grader/guest/explain/grammar` names them)."""

from __future__ import annotations

from .words import Words

WORDS = {
    "blank-left": Words(
        "There is still a blank, ____, on this line.",
        "",
        "Put your answer in its place.",
    ),
    "syntax": Words(
        "Python can't read this line.",
        "",
        "Look for a missing quote, bracket, comma or colon, here or one line above.",
    ),
    "prompt-pasted": Words(
        "This line starts with {sign}.",
        "Python shows that sign when it waits. It is not part of a program.",
        "Take {sign} out.",
    ),
    "line-numbers": Words(
        "This line starts with a line number.",
        "Line numbers are not part of a program.",
        "Take the number out.",
    ),
    "other-comment": Words(
        "{sign} does not start a note in Python.",
        "Notes for people start with #.",
        "Put # in its place.",
    ),
    "other-language/def": Words(
        "Python does not know {word} here.",
        "A function starts with def.",
        "Write def in place of {word}.",
    ),
    "other-language/declare": Words(
        "There is {word} before a name.",
        "Python needs no such word.",
        "Write the name, = and the value: x = 5.",
    ),
    "other-language/word": Words(
        "Python has no {word}.",
        "Other languages use that word.",
        "Look at the lesson for the way Python says it: if, for, while or def.",
    ),
    "other-language/for": Words(
        "This is a loop of another language.",
        "In Python, for goes through a group of things.",
        "Try: for i in range(5):",
    ),
    "other-language/then": Words(
        "Python does not use {word} here.",
        "The colon : stands for it.",
        "Take {word} out and end the line with a colon.",
    ),
    "other-language/choose": Words(
        "Python does not choose with ? and :",
        "",
        "Write it with if and else, like this: a if x > 3 else b",
    ),
    "braces-for-blocks": Words(
        "There is a brace on this line.",
        "Python shows a block by its spaces, not by {{ and }}.",
        "End the line with a colon and move the block right by 4 spaces.",
    ),
    "indent-missing": Words(
        "This line should start further right.",
        "It belongs to the {word} on line {head}.",
        "Put 4 spaces at its start.",
    ),
    "block-empty": Words(
        "The {word} on line {line} has no steps.",
        "After its colon, Python needs one line or more that starts further right.",
        "Add a step, or write pass.",
    ),
    "indent": Words(
        "This line has extra spaces at its start.",
        "Only lines inside a block move right.",
        "Take the spaces out.",
    ),
    "indent-uneven": Words(
        "This line does not line up with the lines above.",
        "Lines of one block start in the same column.",
        "Move it to the column of one of them.",
    ),
    "tabs-and-spaces": Words(
        "This line starts with a tab, and others with spaces.",
        "They look the same, but Python tells them apart.",
        "Delete the blank part and type spaces.",
    ),
    "too-deep": Words(
        "There are too many blocks or brackets inside each other.",
        "Python can't go that deep.",
        "Split this part into smaller steps.",
    ),
    "else-if": Words(
        "Python has no {word}.",
        "It says it in one short word: elif.",
        "Write elif in place of {word}.",
    ),
    "else-with-test": Words(
        "There is a test after else.",
        "else means: in all other cases. It takes no test.",
        "Write else: alone, or use elif with the test.",
    ),
    "test-missing": Words(
        "There is no test after {word}.",
        "Python needs something that is true or not.",
        "Write a test before the colon, like x > 3.",
    ),
    "elif-after-else": Words(
        "There is an elif after else.",
        "else takes all other cases, so it comes last.",
        "Move the else block to the end.",
    ),
    "else-alone": Words(
        "This {word} has no if.",
        "It must start in the same column as its if, with only that block between.",
        "Line it up with the if.",
    ),
    "except-alone": Words(
        "This {word} has no try.",
        "It must start in the same column as its try.",
        "Add try: above, or line the two up.",
    ),
    "try-alone": Words(
        "There is a try without except.",
        "Python needs to know what to do if something goes amiss.",
        "Add except and a block after the try block.",
    ),
    "else-on-one-line": Words(
        "if and else stand on one line.",
        "else starts a line of its own.",
        "Put else: on a new line, and each step below, 4 spaces to the right.",
    ),
    "not-a-colon": Words(
        "This line ends with {sign}",
        "A line that starts a block ends with a colon.",
        "Put : in place of {sign}",
    ),
    "missing-colon": Words(
        "This line has no colon at its end.",
        "A line that starts with {word} begins a block and ends with :",
        "Add : at the end.",
    ),
    "missing-colon/inside": Words(
        "The colon is missing after the test.",
        "It shows where the test of {word} ends.",
        "Put : there, and the step on the next line.",
    ),
    "missing-colon/lambda": Words(
        "This lambda has no colon.",
        "The colon stands between its names and its value.",
        "Try: lambda x: x + 1",
    ),
    "extra-colon": Words(
        "This line ends with a colon.",
        "Only a line that starts a block has one, such as if or for.",
        "Take the colon out.",
    ),
    "open-triple-quote": Words(
        "A text starts with three quotes on this line and never ends.",
        "It needs three more where it ends.",
        "Add them after its last word.",
    ),
    "backslash-hides-quote": Words(
        "The backslash \\ hides the last quote.",
        "Python reads \\ and a quote as a sign of the text.",
        "Write \\\\ for one backslash.",
    ),
    "open-quote": Words(
        "The text starts with a quote but does not end with one.",
        "Python can't tell where the text ends.",
        "Add {quote} where it ends.",
    ),
    "open-quote/start": Words(
        "The text ends with a quote but does not start with one.",
        "Python can't tell where the text starts.",
        "Add {quote} before the text.",
    ),
    "mixed-quotes": Words(
        "The text starts with {quote} and ends with {other}",
        "Both sides need the same kind.",
        "Change one of them.",
    ),
    "quote-inside": Words(
        "A quote inside the text ends it too early.",
        "Python takes the second {quote} for the end.",
        "Use one kind of quote around the text and the other inside.",
    ),
    "curly-quotes": Words(
        "These are curly quotes: {sign}",
        "Python needs straight ones.",
        'Delete them and type " again.',
    ),
    "backslash-code": Words(
        "Python can't read {code} in this text.",
        "A backslash and a letter are one code for Python.",
        "Write \\\\ for one backslash, or use / in file names.",
    ),
    "backslash-outside": Words(
        "There is a backslash \\ outside of a text.",
        "There it means: this line goes on below.",
        "Take it out, or put it inside the quotes.",
    ),
    "bytes-text": Words(
        "There is a b before a text.",
        "That makes bytes, which hold plain letters only and do not mix with text.",
        "Take the b out.",
    ),
    "text-prefix": Words(
        "These letters before the quote do not go together.",
        "",
        "Keep one of them, such as f.",
    ),
    "braces-empty": Words(
        "There is nothing between {{ and }} in this text.",
        "In an f text, Python puts a value there.",
        "Write a name between them.",
    ),
    "brace-open": Words(
        "A {{ in this text has no }} after it.",
        "They go around a name, as a pair.",
        "Add }} after the name.",
    ),
    "brace-extra": Words(
        "There is a }} in this text without a {{ before it.",
        "They go around a name, as a pair.",
        "Add {{ before the name.",
    ),
    "braces-inside": Words(
        "Python can't read what stands between {{ and }} here.",
        "In an f text, that must be one value.",
        "Put one name or sum there.",
    ),
    "wrong-brackets": Words(
        "What opens with {open} closes with {got} here.",
        "Brackets come in pairs of the same kind.",
        "Put {close} in place of {got}",
    ),
    "wrong-brackets/call": Words(
        "There is {got} after {name}.",
        "{name} is a function. It needs round brackets.",
        "Put ( and ) around what you give it.",
    ),
    "open-bracket": Words(
        "A bracket {open} is opened on this line but not closed.",
        "Python waits for its {close}",
        "Add {close} where it should end.",
    ),
    "open-bracket/comment": Words(
        "A bracket is opened on this line but not closed.",
        "Python skips all that stands after #, the {close} too.",
        "Put {close} before the #.",
    ),
    "extra-bracket": Words(
        "There is one {got} too many on this line.",
        "No bracket is open that it could close.",
        "Take it out, or add the one that opens.",
    ),
    "no-brackets": Words(
        "There are no brackets after {name}.",
        "{name} is a function. It needs ( and ).",
        "Put round brackets around what comes after it.",
    ),
    "capital-letter": Words(
        "Python does not know {name}.",
        "Capital letters matter in Python.",
        "Write {small}, all in small letters.",
    ),
    "misspelled-word": Words(
        "Python can't read the word {name}.",
        "There is a word {right} in Python.",
        "Look at the spelling.",
    ),
    "for-without-in": Words(
        "This for has no in where it should be.",
        "A loop reads: for, a name, in, a group of things.",
        "Try: for i in range(5):",
    ),
    "for-nothing": Words(
        "There is nothing after in.",
        "Python needs a group of things to go through.",
        "Add a list or range(5) before the colon.",
    ),
    "equals": Words(
        "There is one = where two belong.",
        "One = gives a name to a value. Two == ask: are these the same?",
        "Write == here.",
    ),
    "import-order": Words(
        "import comes before from here.",
        "Python reads it the other way round.",
        "Try: from random import randint",
    ),
    "import-nothing": Words(
        "This line does not say what to import.",
        "",
        "Name it after import, like this: from random import randint",
    ),
    "import-text": Words(
        "There are quotes after import.",
        "The name of a module is not a text.",
        "Take the quotes out.",
    ),
    "missing-comma/import": Words(
        "There are two modules on this line, with no comma between.",
        "",
        "Put each import on a line of its own.",
    ),
    "lambda-return": Words(
        "This lambda has a step in it.",
        "A lambda holds one value, and gives it back by itself.",
        "Take the word out, or write a def.",
    ),
    "list-if-first": Words(
        "The if comes before for in this list.",
        "An if that picks items goes after the for.",
        "Try: [n for n in nums if n > 2]",
    ),
    "if-without-else": Words(
        "This if stands in a value and has no else.",
        "Python needs a value for both cases.",
        "Try: 1 if x > 3 else 0",
    ),
    "global-value": Words(
        "This line has {word} and = together.",
        "They are two steps.",
        "Write {word} {name} first. Give it a value on the next line.",
    ),
    "raise-comma": Words(
        "There is a comma after the error's name.",
        "The text belongs in brackets.",
        'Try: raise ValueError("too big")',
    ),
    "keyword-in-value": Words(
        "The word {word} can't stand inside a value.",
        "It starts a line of its own.",
        "Put it on a line of its own, or take it out.",
    ),
    "word-alone": Words(
        "There is more after {word}.",
        "{word} stands alone on its line.",
        "Take the rest out.",
    ),
    "bare-except-first": Words(
        "except: without a name comes before another except.",
        "It catches all errors, so it must be last.",
        "Move it to the end.",
    ),
    "except-brackets": Words(
        "There are two kinds of error after except, with as.",
        "",
        "Put round brackets around them: except (A, B) as e:",
    ),
    "except-star": Words(
        "This try has except and except* together.",
        "Only one of the two kinds can be used.",
        "Write except without the star.",
    ),
    "except-name": Words(
        "What stands after as is not a name.",
        "The error is kept under a name.",
        "Try: except ValueError as e:",
    ),
    "import-as": Words(
        "What stands after as is not a plain name.",
        "",
        "Use one word without a dot: import random as r",
    ),
    "walrus": Words(
        "There is := on this line.",
        "To give a name to a value, Python needs = alone.",
        "Write =, with the name on the left.",
    ),
    "named-first": Words(
        "A value without a name comes after one with a name.",
        "Values without names come first.",
        "Move named ones, like sep=, to the end.",
    ),
    "named-twice": Words(
        "{name}= stands twice in these brackets.",
        "Python would not know which one to take.",
        "Take one of them out.",
    ),
    "named-not-a-name": Words(
        "What stands before = in these brackets is not a name.",
        "",
        "Use a plain name like end=, or == to compare.",
    ),
    "named-empty": Words(
        "There is no value after = in these brackets.",
        "",
        'Add one, like end="".',
    ),
    "default-first": Words(
        "A name with a value comes before one without.",
        "In a def, names without a value come first.",
        "Move the ones with = to the end.",
    ),
    "same-parameter": Words(
        "The name {name} stands twice in this def.",
        "Each value needs a name of its own.",
        "Give one another name.",
    ),
    "default-empty": Words(
        "There is no value after = in this def.",
        "",
        "Add one, or take the = out.",
    ),
    "star-parameter": Words(
        "The stars in this def are not in an order Python reads.",
        "One * at most, then names, then one ** last.",
        "Move or take out a star.",
    ),
    "parameter-value": Words(
        "There is a value or a dot among the names of this def.",
        "A def lists plain names. The call gives the values.",
        "Put a name there.",
    ),
    "dict-colon": Words(
        "A key and its value do not fit together here.",
        "Each pair of a dictionary reads key: value.",
        "Put one colon between the two.",
    ),
    "dict-colon/equals": Words(
        "There is = in a dictionary.",
        "Each pair reads key: value.",
        "Put a colon in place of the =.",
    ),
    "dict-value": Words(
        "A key of this dictionary has no value.",
        "Each pair reads key: value.",
        "Add a value after the colon.",
    ),
    "star-outside": Words(
        "A star * can't stand here.",
        "It unpacks a list only inside brackets or once on the left of =.",
        "Take it out, or put brackets around.",
    ),
    "return-outside": Words(
        "{word} stands outside of a function.",
        "It hands back a value from a def.",
        "Move it into the def, 4 spaces right, or use print.",
    ),
    "break-outside": Words(
        "{word} stands outside of a loop.",
        "It works only inside for or while.",
        "Move it into the loop, or take it out.",
    ),
    "await-outside": Words(
        "await or async stands where it can't work.",
        "It needs a def that starts with async.",
        "Take it out, or write async def.",
    ),
    "global-late": Words(
        "{name} is used before the line with {word}.",
        "Python must read that line first.",
        "Move it to the top of the function.",
    ),
    "global-parameter": Words(
        "{name} comes in from the call, and is also made an outside name.",
        "It can't be both.",
        "Take this line out.",
    ),
    "nonlocal-none": Words(
        "No function around this one has a name {name}.",
        "nonlocal reaches for a name of the function outside.",
        "Take this line out.",
    ),
    "nonlocal-none/outside": Words(
        "nonlocal stands outside of a function.",
        "It works only in a def inside another def.",
        "Take this line out.",
    ),
    "global-annotated": Words(
        "{name} has a kind and is also made {word}.",
        "It can't be both.",
        "Take the colon and the kind out.",
    ),
    "import-comma": Words(
        "This import ends with a comma.",
        "Python waits for one more name.",
        "Take the comma out, or add a name.",
    ),
    "import-star": Words(
        "import * stands inside a function.",
        "It works only at the top of a program.",
        "Move it up, or name what you need.",
    ),
    "future-late": Words(
        "A line with __future__ can't stand here.",
        "It must be the first step of a program.",
        "Move it to line 1, or take it out.",
    ),
    "leading-zero": Words(
        "A number starts with 0.",
        "Python does not read whole numbers like 07.",
        "Write 7, or put quotes around it if it is text.",
    ),
    "number-base": Words(
        "There is a {digit} in this number.",
        "0b takes only 0 and 1. 0o takes 0 to 7.",
        "Look at the digits, or take the letter out.",
    ),
    "number-base/empty": Words(
        "A number has a letter but no digits after it.",
        "0x, 0b and 0o need digits.",
        "Add them, or write a plain number.",
    ),
    "del-what": Words(
        "del can't take this out.",
        "It works for names, items and keys, not for values or calls.",
        "Write a name after del.",
    ),
    "generator-brackets": Words(
        "A value with for stands beside another value.",
        "Python can't tell where it ends.",
        "Put brackets of its own around it.",
    ),
    "comprehension-brackets": Words(
        "Two values stand before for in this list.",
        "Python needs them as a pair.",
        "Put round brackets around them: [(a, b) for ...]",
    ),
    "case-order": Words(
        "A case that takes everything comes before others.",
        "Those after it could never run.",
        "Move it to the end.",
    ),
    "case-names": Words(
        "A name stands twice in one case, or only on one side of |.",
        "",
        "Give each part a name of its own.",
    ),
    "value-on-left": Words(
        "There is a value on the left of =.",
        "The name goes on the left and the value on the right.",
        "Swap them, like x = 5.",
    ),
    "call-on-left": Words(
        "There is a call with brackets on the left of =.",
        "Only a name can stand there.",
        "Put the name on the left and the call on the right.",
    ),
    "true-on-left": Words(
        "{word} stands on the left of =.",
        "It is a word of Python and keeps its value.",
        "Pick another name, or use == to compare.",
    ),
    "sum-on-left": Words(
        "There is more than a name on the left of =.",
        "Python works out the right side and keeps it under the name.",
        "Put one name on the left.",
    ),
    "loop-name": Words(
        "What stands between for and in is not a name.",
        "The loop gives that name to each item.",
        "Put a plain name there: for n in ...",
    ),
    "with-name": Words(
        "What stands after as is not a name.",
        "",
        'Put a plain name there: with open("a.txt") as f:',
    ),
    "dash-in-name": Words(
        "There is a dash in the name {name}.",
        "Python reads - as minus.",
        "Use an underscore: {right}",
    ),
    "sign-in-name": Words(
        "There is {sign} on this line.",
        "A name has only letters, digits and _ in it.",
        "Take {sign} out.",
    ),
    "sign-in-name/money": Words(
        "There is {sign} before a number.",
        "Numbers in Python have no money sign.",
        "Write the number alone, or put it in quotes.",
    ),
    "at-sign": Words(
        "There is an @ alone on this line.",
        "It needs a name after it.",
        "Take it out, or add the name.",
    ),
    "digit-first": Words(
        "The name {name} starts with a digit.",
        "A name starts with a letter.",
        "Move the digit to the end, or write it as a word.",
    ),
    "number-letters": Words(
        "The number {number} has letters right after it.",
        "Python can't tell what {word} is.",
        "Put * between them, take the letters out, or use quotes.",
    ),
    "number-underscore": Words(
        "An underscore in {number} has no digit beside it.",
        "It may stand only between two digits.",
        "Take it out.",
    ),
    "two-dots": Words(
        "There are two dots in {number}.",
        "A number has one dot at most.",
        "Take one out, or put quotes around it.",
    ),
    "kept-word": Words(
        "{word} can't be a name.",
        "Python keeps that word for itself.",
        "Pick another name, like my_{word}.",
    ),
    "space-in-name": Words(
        "There is a space in the name {name}.",
        "A name is one word for Python.",
        "Use an underscore: {right}",
    ),
    "class-name": Words(
        "There is no name after class.",
        "A class needs a name that starts with a letter.",
        "Try: class Dog:",
    ),
    "def-brackets": Words(
        "There are no brackets after {name}.",
        "A def needs them, even with nothing inside.",
        "Write def {name}():",
    ),
    "def-name": Words(
        "There is no plain name after def.",
        "A function needs one word as its name.",
        "Try: def greet():",
    ),
    "missing-comma/def": Words(
        "There is no comma between two names of this def.",
        "",
        "Put a comma between them: def add(a, b):",
    ),
    "semicolon-for-comma": Words(
        "There is a ; between values.",
        "Python puts commas between them.",
        "Put , in place of ;",
    ),
    "two-commas": Words(
        "There is a comma with no value beside it.",
        "",
        "Take one comma out, or add the value that is missing.",
    ),
    "list-colon": Words(
        "There is a colon between values of a list.",
        "A list has commas. A dictionary has colons and braces.",
        "Put a comma there.",
    ),
    "index-empty": Words(
        "There is nothing between [ and ].",
        "Python needs to know which item you want.",
        "Put a number there. The first item is 0.",
    ),
    "odd-character": Words(
        "Python can't read the sign {sign} here.",
        "It may stand inside a text with quotes.",
        "Delete it and type it again.",
    ),
    "odd-sign": Words(
        "{sign} is not the sign on your keyboard.",
        "Python reads {right}",
        "Delete {sign} and type {right}",
    ),
    "unseen-sign": Words(
        "There is a sign on this line that can't be seen.",
        "It came along with copied text.",
        "Delete the line and type it again.",
    ),
    "plus-plus": Words(
        "Python has no ++ or --.",
        "",
        "To count one up, write x = x + 1 or x += 1.",
    ),
    "triple-equals": Words(
        "There is {sign} on this line.",
        "Python compares with two signs.",
        "Write {right}",
    ),
    "not-equal-sign": Words(
        "Python does not use <>.",
        'For "not the same" it has !=.',
        "Write !=",
    ),
    "and-or-signs": Words(
        "Python does not use {sign} here.",
        "It says it with a word.",
        "Write {right}",
    ),
    "compare-order": Words(
        "There is {sign} on this line.",
        "The = goes last.",
        "Write {right}",
    ),
    "split-sign": Words(
        "There is a space inside {sign}",
        "The two signs belong together.",
        "Write {right}",
    ),
    "not-in-order": Words(
        "The words stand in another order in Python.",
        "It says not in, and is not.",
        "Swap the two words.",
    ),
    "not-in-order/not": Words(
        "not stands between two values.",
        'For "not the same" Python has !=.',
        "Write != here, or not in.",
    ),
    "operator-end": Words(
        "There is no value after {sign}",
        "Python needs one on each side.",
        "Add the value, or take {sign} out.",
    ),
    "operator-start": Words(
        "There is no value before {sign}",
        "Python needs one on each side.",
        "Add the value, or take {sign} out.",
    ),
    "two-signs": Words(
        "The signs {sign} and {other} stand side by side.",
        "Python needs a value between them.",
        "Add the value, or take one out.",
    ),
    "nothing-after-equals": Words(
        "There is nothing after =.",
        "Python needs the value that the name gets.",
        "Write a value on the right.",
    ),
    "dot-end": Words(
        "A dot has no name beside it.",
        "A dot stands between a value and what it can do.",
        "Add the name, or take the dot out.",
    ),
    "two-on-one-line": Words(
        "There are two steps on this line.",
        "Python needs one step on each line.",
        "Start a new line for the second step.",
    ),
    "no-quotes": Words(
        "Python took {name} for code.",
        "Text needs quotes around it.",
        'Put " before and after the text.',
    ),
    "stray-text": Words(
        "This line is words, not Python.",
        "Python reads each line as a step.",
        "To keep it as a note for people, start it with #.",
    ),
    "missing-comma": Words(
        "There may be a comma missing on this line.",
        "Python found two values side by side.",
        "Put a comma between them.",
    ),
}

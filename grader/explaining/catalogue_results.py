"""Sentences for what is plain from the result: how a run ended, how two outputs differ, which check is not met."""

from __future__ import annotations

from .words import Words

WORDS = {
    "unreadable/zero": Words(
        "The program has an unseen zero byte in it.",
        "",
        "Delete the line it is on and type it again.",
    ),
    "unreadable/odd": Words(
        "The program has a sign that can't be saved.",
        "",
        "Delete it and type it again.",
    ),
    "unreadable/long": Words(
        "The program is too long: {got} KiB.",
        "The most is {most} KiB.",
        "Take some of it out.",
    ),
    "waits": Words(
        "The program waited too long, so it was stopped.",
        "",
        "Look at how long it sleeps.",
    ),
    "not-looked-at": Words(
        "Not looked at.",
        "The program ran too long before.",
        "",
    ),
    "memory": Words(
        "The program asked for more memory than it may use.",
        "",
        "Does something grow without end?",
    ),
    "output": Words(
        "The program printed more than it may.",
        "",
        "Is there a print in a loop that never ends?",
    ),
    "files": Words(
        "The program wrote more to files than it may.",
        "",
        "Is there a write in a loop that never ends?",
    ),
    "died": Words(
        "The program shut Python down before its last line.",
        "",
        "Let it end by itself.",
    ),
    "stopped": Words(
        "The program was stopped before its end.",
        "",
        "Run it again.",
    ),
    "exits": Words(
        "The program calls exit, so the check could not go on.",
        "",
        "Take that line out.",
    ),
    "nothing-printed": Words(
        "The program ran to its end but printed nothing.",
        "",
        "Use print( ) to show text.",
    ),
    "spacing/ends": Words(
        "The words are right.",
        "Only spaces at line ends differ. They count here.",
        "Look at the end of each line.",
    ),
    "letter-case": Words(
        "The words are right.",
        "Small and capital letters differ.",
        "Look at them in line {line} of the output.",
    ),
    "line-missing/empty": Words(
        "The words are right.",
        "An empty line is missing.",
        "See line {line} of what is wanted. print() makes one.",
    ),
    "line-extra/empty": Words(
        "The words are right.",
        "There is an empty line too many.",
        "Look at line {line} of the output.",
    ),
    "quotes-printed": Words(
        "The output has quotes that are not wanted.",
        "",
        "Look at line {line}: which quotes are inside the text?",
    ),
    "one-line": Words(
        "The words are right, but they are on fewer lines than wanted.",
        "Each print( ) starts a line of its own.",
        "Use one print( ) for each line.",
    ),
    "spacing": Words(
        "The words are right.",
        "Spaces or line ends differ.",
        "Look at them from line {line} of the output on.",
    ),
    "line-order": Words(
        "All lines are there, in another order.",
        "Python runs from top to bottom.",
        "Look at line {line}.",
    ),
    "line-missing": Words(
        "A line is missing.",
        "",
        "Look at line {line} of what is wanted. Does your program print it?",
    ),
    "line-extra": Words(
        "The program prints more than is wanted.",
        "",
        "Look at line {line} of the output.",
    ),
    "code-printed": Words(
        "The program printed code, not its result.",
        "Quotes around code make it plain text.",
        "Look at line {line} of the output.",
    ),
    "punctuation": Words(
        "The words are right.",
        "Dots, commas or other signs differ.",
        "Look at the signs in line {line} of the output.",
    ),
    "other-text": Words(
        "The output differs at line {line}.",
        "",
        "Compare it with what is wanted, letter by letter.",
    ),
    "other-text/absent": Words(
        "Some text is not in the output.",
        "This should be in it: {wanted}",
        "Look at its spelling.",
    ),
    "line-missing/count": Words(
        "The program prints {got} lines with text.",
        "{wanted} are wanted.",
        "Add a print( ) for each one.",
    ),
    "other-value": Words(
        "{call} gave {got}.",
        "It should give {wanted}.",
        "Look at how the value is made.",
    ),
    "part-missing": Words(
        "The program should use {part}.",
        "",
        "Look where it can help.",
    ),
    "part-missing/at-least": Words(
        "The program should have {part} {count} times or more.",
        "",
        "Look where it can help.",
    ),
    "part-missing/at-most": Words(
        "The program has {part} more often than it should.",
        "{count} is the most.",
        "Take some out.",
    ),
    "part-missing/exactly": Words(
        "The program should have {part} exactly {count} times.",
        "",
        "Count them.",
    ),
    "part-unwanted": Words(
        "The program uses {part}.",
        "",
        "Do this one without it.",
    ),
    "name-missing": Words(
        "The check looks for {name} in your program and does not find it.",
        "The name must be spelled like that.",
        "Make {name}, or look at its spelling.",
    ),
    "name-missing/some": Words(
        "The check looks for a name in your program that is not there.",
        "",
        "Look at the task: what should you make?",
    ),
    "tests-incomplete": Words(
        "Some tests did not run to their end.",
        "So this can't count yet.",
        "Let the program end by itself, without exit.",
    ),
    "test": Words(
        "This did not happen as wanted.",
        "",
        "Look at what the check asks for.",
    ),
    "prediction": Words(
        "Not quite.",
        "",
        "Compare the two, from line {line} on.",
    ),
}
LINE = "Line {line}: "
"""Goes before sentences about a line of the program."""

PARTS = {
    "comment": "a comment", "text": "a text", "number": "a number", "list": "a list", "dictionary": "a dictionary",
    "tuple": "a tuple", "assignment": "a name with =", "comma": "a comma", "backslash": "a backslash",
    "single-quotes": "single quotes", "double-quotes": "double quotes", "triple-quotes": "triple quotes",
}  # fmt: skip
"""Parts of the language that are called by a word of their own; the others are called as they are written."""

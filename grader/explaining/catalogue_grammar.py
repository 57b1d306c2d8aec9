"""Sentences for programs that Python can't read (`grader/guest/explain/grammar.py` names them)."""

from __future__ import annotations

from .words import Words

WORDS = {
    "blank-left": Words("There is still a blank, ____, on this line.", "", "Put your answer in its place."),
    "indent": Words("This line has extra spaces at its start.", "Only lines inside a block move right.", "Take them out."),
    "indent-missing": Words("This line should start further right.", "A line after a colon belongs to it.", "Put 4 spaces before this line."),
    "indent-uneven": Words("This line does not line up with those above.", "", "Start it in the same column as one of them."),
    "no-brackets": Words("print needs round brackets.", "", 'Put ( after print and ) at the end, like print("Hello").'),
    "wrong-brackets": Words("The brackets do not match.", "What opens with ( must close with ).", "Change the brackets on this line."),
    "capital-letter": Words("Capital letters matter in Python.", "", "Write the word in small letters."),
    "quote-inside": Words("A quote inside the text ends it too early.", "", "Use one kind around the text and the other inside."),
    "mixed-quotes": Words("The text starts with one kind of quote and ends with another.", "", "Use the same kind on both sides."),
    "open-quote": Words("A text has a quote on one side only.", "", "Add the same quote on the other side of the text."),
    "curly-quotes": Words("These are curly quotes.", "Python needs straight ones.", 'Delete them and type " again.'),
    "odd-character": Words("There is a sign on this line that Python can't read.", "", "Delete it and type it again."),
    "open-bracket": Words("A bracket is opened on this line but not closed.", "", "Add ) at the end."),
    "extra-bracket": Words("There is one closing bracket too many on this line.", "", "Take it out."),
    "missing-colon": Words("This line needs a colon : at its end.", "", "Add it."),
    "missing-comma": Words("There may be a comma missing on this line.", "", "Put a comma between two values."),
    "two-on-one-line": Words("There are two steps on this line.", "", "Put each step on a line of its own."),
    "stray-text": Words("This line is words, not Python.", "", "To keep it as a note for people, start it with #."),
    "no-quotes": Words("Python took text for a name.", "Text needs quotes around it.", 'Write it like print("Good morning").'),
    "equals": Words("One = gives a name to a value.", "The name goes on the left.", "To compare, write ==."),
    "syntax": Words("Python can't read this line.", "", "Look for a missing quote, bracket, comma or colon, here or one line above."),
}  # fmt: skip

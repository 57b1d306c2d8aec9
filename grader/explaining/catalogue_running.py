"""Sentences for programs that end with an error message (`grader/guest/explain/running.py` names them)."""

from __future__ import annotations

from .words import Words

WORDS = {
    "not-here": Words("The module {name} can't work here.", "Programs in this tutor have no network, no windows and no other programs.", "Take that line out."),
    "no-such-module": Words("Python has no module called {name} here.", "", "Look at the spelling after import."),
    "true-false": Words("Python does not know {name}.", "This word starts with a capital letter.", "Write {right}."),
    "stray-name": Words("Python looked for something called {name}.", "", "If this is a note for people, start it with #."),
    "misspelled-name": Words("Python does not know {name}.", "There is a name {right}.", "Look at the spelling."),
    "unknown-name": Words("Python does not know the name {name}.", "", "Look at its spelling, and whether a line above makes it."),
    "text-plus-number": Words("You can't add text and a number with +.", "", "Use a comma in print, or turn one into the other."),
    "not-a-number": Words("int() got text that is not a whole number.", "", "Look at what was typed."),
    "zero-division": Words("The program divides by 0.", "That has no answer.", "Look at what stands after the /."),
    "index": Words("The program asks for a place that is not there.", "Places count from 0.", "Look at the number in the brackets."),
    "key": Words("The program looks up a key that is not there.", "", "Look at its spelling."),
    "attribute": Words("The word after the dot does not belong to this value.", "", "Look at its spelling."),
    "asks-too-often": Words("The program calls input() more often than there are answers.", "", "Look at how many it needs."),
    "endless-calls": Words("A function calls itself without end.", "", "It needs a case where it stops."),
    "unbound": Words("This name gets its value later in the function.", "", "Give it one before this line."),
    "no-file": Words("There is no file of that name here.", "", "Look at its spelling."),
    "file": Words("This file can't be used here.", "Files of an exercise can be read, not changed.", "Open it without changing it."),
    "type": Words("A value of this kind does not fit here.", "", "Python's last line says which."),
    "value": Words("A value is of the right kind, but does not fit here.", "", "Python's last line says which."),
    "error": Words("Python stopped with {kind}.", "", "Read its last line: it says what happened."),
}  # fmt: skip

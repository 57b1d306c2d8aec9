"""An exercise: a task, some starting code, and the checks that judge an answer."""

from .checks import CallCheck, Check, ContainsCheck, OutputCheck, PytestCheck, SyntaxCheck
from .exercise import BLANK, Choice, Exercise, Kind, Limits, Mistake
from .loading import TEST_IDS, load_exercise, read_exercise
from .problem import ExerciseError, Problem
from .source import NAME, Problems, Table, must_be_format_1, read_text

__all__ = [
    "BLANK",
    "NAME",
    "TEST_IDS",
    "CallCheck",
    "Check",
    "Choice",
    "ContainsCheck",
    "Exercise",
    "ExerciseError",
    "Kind",
    "Limits",
    "Mistake",
    "OutputCheck",
    "Problem",
    "Problems",
    "PytestCheck",
    "SyntaxCheck",
    "Table",
    "load_exercise",
    "must_be_format_1",
    "read_exercise",
    "read_text",
]

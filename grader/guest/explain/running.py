"""Programs that end with an error message: rules about the message and the tree, the surest first."""

from . import calls, endless, imports, kinds, messages, names, places, values
from .case import Case, Found

BLANK = "____"


def blank_left(case: Case):
    return Found("blank-left", case.error_line) if case.kind == "NameError" and BLANK in case.line else None


RULES = (
    blank_left,
    *endless.RULES,
    values.error_of_the_program_itself,
    *imports.RULES,
    *names.RULES,
    *calls.RULES,
    *kinds.RULES,
    *places.RULES,
    values.text_that_is_no_number,
    values.file_that_is_not_there,
    values.calls_without_end,
    values.input_in_a_function,
    messages.error_message,
    values.kind_of_the_error,
    values.any_error,
)

"""One case to explain, and what a rule finds in it."""

import ast
import io
import tokenize
import warnings
from dataclasses import dataclass, field
from functools import cached_property

LONGEST_LINE = 400
"""Characters of a line that rules look at."""

GRAMMAR_KINDS = ("SyntaxError", "IndentationError", "TabError")


@dataclass(frozen=True)
class Found:
    """A mistake by name, the line it is about, and the short texts its sentences need."""

    slug: str
    line: int | None = None
    fields: dict = field(default_factory=dict)

    def as_data(self) -> dict:
        fields = {name: str(text) for name, text in self.fields.items()}
        return {"slug": self.slug, "line": self.line, "fields": fields}


@dataclass(frozen=True)
class Check:
    """A check that was not met."""

    kind: str
    """`output`, `contains`, `call`, `parts` or `test`."""
    expected: str = ""
    actual: str = ""
    typed: tuple = ()
    op: str = ""
    """How a test compared: `==` or another sign; for a call, the call itself."""
    difference: str = ""
    """What the host sees between the two outputs, such as `letter-case`; `other-text` if nothing special."""


class Case:
    """A program with its error message, its ending and the checks it did not meet. Everything is read at most once."""

    def __init__(
        self, code: str, *, error: dict | None = None, ending: str = "", checks=(), style: bool = False
    ) -> None:
        self.code = code
        self.ending, self.style = ending, style
        self.checks = tuple(checks)
        self.kind: str = error["kind"] if error else ""
        self.message: str = error["message"] if error else ""
        self.name: str = error["name"] if error else ""
        self.traceback: str = error["traceback"] if error else ""
        self.error_line: int | None = error["line"] if error else None

    @classmethod
    def of(cls, job: dict) -> "Case":
        """A case from plain data."""
        checks = [Check(**{**check, "typed": tuple(check.get("typed", ()))}) for check in job.get("checks", ())]
        return cls(
            job["code"],
            error=job.get("error"),
            ending=job.get("ending", ""),
            checks=checks,
            style=job.get("style", False),
        )

    @cached_property
    def lines(self) -> list:
        """The lines of the program; see `text` for one of them."""
        return self.code.split("\n")

    def text(self, number: int | None) -> str:
        """Line `number`, from 1, cut to what rules look at; "" if there is none."""
        return self.lines[number - 1][:LONGEST_LINE] if number and 1 <= number <= len(self.lines) else ""

    @property
    def line(self) -> str:
        """The line of the error message."""
        return self.text(self.error_line)

    @cached_property
    def _parsed(self) -> tuple:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(self.code, "program.py")
                compile(tree, "program.py", "exec", dont_inherit=True)
            return tree, None
        except SyntaxError as error:
            return None, error
        except (ValueError, MemoryError, RecursionError):
            return None, None

    @property
    def tree(self) -> ast.Module | None:
        """The syntax tree; None if Python can't read the program."""
        return self._parsed[0]

    @property
    def syntax_error(self) -> SyntaxError | None:
        """What Python says against the program itself, with the columns where it is."""
        return self._parsed[1]

    @property
    def unreadable(self) -> bool:
        """Whether the program never ran, because Python could not read it."""
        return self.kind in GRAMMAR_KINDS and self.syntax_error is not None

    @cached_property
    def nodes(self) -> list:
        """All nodes of the tree, those of outer blocks first."""
        return list(ast.walk(self.tree)) if self.tree else []

    @cached_property
    def _by_kind(self) -> dict:
        found: dict = {}
        for node in self.nodes:
            found.setdefault(type(node), []).append(node)
        return found

    def all(self, *kinds) -> list:
        """All nodes of these kinds."""
        if len(kinds) == 1 and kinds[0] in self._by_kind:
            return list(self._by_kind[kinds[0]])
        return [node for node in self.nodes if isinstance(node, kinds)]

    @cached_property
    def tokens(self) -> list:
        """The tokens of the program, as far as they can be read."""
        found = []
        try:
            found.extend(tokenize.generate_tokens(io.StringIO(self.code).readline))
        except (tokenize.TokenError, SyntaxError):
            pass
        return found

    @cached_property
    def check(self) -> Check | None:
        """The first check that was not met."""
        return self.checks[0] if self.checks else None

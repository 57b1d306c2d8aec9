"""Mistakes that raise no error: loops that never end, end too early or do too much."""

import ast
import itertools
import re

from .case import Case, Found
from .endless import step
from .outputs import (
    as_number,
    differing,
    from_call,
    got,
    has_word,
    lines,
    only_letters_or_spaces,
    seen,
    wanted,
    worked_out,
)  # fmt: skip
from .sources import (
    FUNCTIONS,
    LOOPS,
    blocks,
    code,
    is_call,
    is_method,
    last_value,
    names_in,
    outer,
    used,
)  # fmt: skip


def if_for_while(case: Case):
    """An if whose block counts and prints, where more of the same is wanted."""
    if not seen(case) or from_call(case):
        return None
    for node in case.all(ast.If):
        if node.orelse or outer(case, node, *LOOPS):
            continue
        steps = {step[0] for step in map(step, node.body) if step}
        prints = any(is_call(getattr(part, "value", None), "print") for part in node.body)
        have, want = lines(got(case)), lines(wanted(case))
        more = have and len(have) < len(want) and want[: len(have)] == have
        if steps & names_in(node.test) and prints and more and _pattern(want[len(have)]) == _pattern(have[-1]):
            return Found("if-for-while", node.lineno, {"test": code(node.test, 20)})
    return None


def _ranges(case: Case) -> list:
    return [node for node in case.all(ast.Call) if is_call(node, "range") and 1 <= len(node.args) <= 3]


def range_that_stops_early(case: Case):
    """The last turn is missing: `range(1, 5)` for 1 to 5."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for call in _ranges(case):
        if (_last_turn_missing(case, call) or _sum_lacks_the_last(case, call)) and not _gets_len(call):
            end = call.args[1] if len(call.args) > 1 else call.args[0]
            return Found("range-stops-early", call.lineno, {"range": code(call, 22), "end": code(end, 14)})
    return None


def _gets_len(call) -> bool:
    """`range(len(names))` goes to the end by itself."""
    return len(call.args) == 1 and is_call(call.args[0], "len")


def _pattern(line: str) -> str:
    return re.sub(r"-?\d+(\.\d+)?", "#", line)


def _last_turn_missing(case: Case, call) -> bool:
    have, want = lines(got(case)), lines(wanted(case))
    if len(have) == 1 == len(want):
        have, want = have[0].strip("[]").replace(",", " ").split(), want[0].strip("[]").replace(",", " ").split()
    if not have or len(want) != len(have) + 1 or want[:-1] != have:
        return False
    if any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Sub) for part in ast.walk(call)):
        return True
    return _pattern(want[-1]) == _pattern(have[-1]) and "#" in _pattern(want[-1])


def _sum_lacks_the_last(case: Case, call) -> bool:
    """Whether a total is too small by the number that the range ends before."""
    pairs = differing(case)
    numbers = [(as_number(one), as_number(other)) for one, other in pairs]
    if not numbers or any(None in pair for pair in numbers):
        return False
    end = call.args[1] if len(call.args) > 1 else call.args[0]
    stop = worked_out(case, end)
    loops = [loop for loop in outer(case, call, ast.For) if loop.iter is call]
    adds = any(_adds_the_item(loop) for loop in loops) or any(
        is_call(one, "sum") for one in outer(case, call, ast.Call)
    )
    return isinstance(stop, (int, float)) and stop != 0 and adds and all(one - other == stop for one, other in numbers)


def _adds_the_item(loop) -> bool:
    item = getattr(loop.target, "id", "")
    return any(
        isinstance(part, (ast.AugAssign, ast.Assign)) and item in names_in(part.value) for part in ast.walk(loop)
    )


def range_that_starts_at_zero(case: Case):
    """`range(3)` for 1 to 3."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for call in _ranges(case):
        if len(call.args) != 1 or is_call(call.args[0], "len"):
            continue
        if _one_more_each(case) or _shifted_by_one_turn(case):
            return Found("range-from-zero", call.lineno, {"range": code(call, 18), "end": code(call.args[0], 12)})
    return None


def _one_more_each(case: Case) -> bool:
    numbers = [(as_number(one), as_number(other)) for one, other in differing(case)]
    return (
        len(numbers) > 1
        and all(None not in pair and pair[0] == pair[1] + 1 for pair in numbers)
        and any(pair[1] == 0 for pair in numbers)
    )


def _shifted_by_one_turn(case: Case) -> bool:
    have, want = lines(got(case)), lines(wanted(case))
    if len(have) == 1 == len(want):
        have, want = have[0].split(), want[0].split()
    return (
        len(have) == len(want) > 1 and have != want and have[1:] == want[:-1] and _pattern(have[0]) == _pattern(want[0])
    )


def total_set_inside_the_loop(case: Case):
    """`total = 0` inside the loop that adds to it."""
    for loop in case.all(*LOOPS):
        for place, first in enumerate(loop.body):
            if not _sets_to_start(first):
                continue
            name = first.targets[0].id
            later = [part for statement in loop.body[place + 1 :] for part in _own_parts(statement)]
            if any(_grows(part, name) for part in later) and _read_after(case, loop, name) and not _read_in(loop, name):
                return Found("total-in-loop", first.lineno, {"name": name})
    return None


def _sets_to_start(node) -> bool:
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return False
    value = node.value
    if isinstance(value, ast.Constant):
        return value.value in (0, 1, "") and not isinstance(value.value, bool)
    return isinstance(value, (ast.List, ast.Dict)) and not ast.unparse(value).strip("[]{}")


def _own_parts(statement) -> list:
    """The parts of a statement that are not in a loop inside it."""
    if isinstance(statement, LOOPS):
        return []
    found = [statement]
    for part in ast.iter_child_nodes(statement):
        found += _own_parts(part)
    return found


def _grows(part, name: str) -> bool:
    if isinstance(part, ast.AugAssign):
        return getattr(part.target, "id", "") == name
    if isinstance(part, ast.Assign):
        return getattr(part.targets[0], "id", "") == name and name in names_in(part.value)
    if is_method(part, "append", "add"):
        return getattr(part.func.value, "id", "") == name
    return False


def _read_after(case: Case, loop, name: str) -> bool:
    end = loop.end_lineno or loop.lineno
    around = outer(case, loop, *FUNCTIONS)
    return any(
        node.lineno > end
        and outer(case, node, *FUNCTIONS)[:1] == around[:1]
        and not outer(case, node, ast.comprehension)
        for node in used(case, name)
    )


def _read_in(loop, name: str) -> bool:
    """Whether a loop prints or keeps the name itself in each turn: then it may well start anew each time."""
    for part in (one for statement in loop.body for one in ast.walk(statement)):
        own = is_method(part) and getattr(part.func.value, "id", "") == name
        given = part.args if isinstance(part, ast.Call) and not own else []
        if any(name in names_in(value) for value in given):
            return True
        if isinstance(part, (ast.If, ast.While)) and name in names_in(part.test):
            return True
        if isinstance(part, ast.Assign) and name in names_in(part.value) and getattr(part.targets[0], "id", "") != name:
            return True
    return False


def print_inside_the_loop(case: Case):
    """A total that is printed on every turn, where it is wanted once at the end."""
    if not seen(case) or from_call(case):
        return None
    have, want = lines(got(case)), lines(wanted(case))
    if not want or len(have) <= len(want) or have[-1] != want[-1] or not _is_inside(want, have):
        return None
    for loop in case.all(*LOOPS):
        grown = {
            name
            for statement in loop.body
            for part in ast.walk(statement)
            for name in names_in(part)
            if _grows(part, name)
        }
        for statement in loop.body:
            call = getattr(statement, "value", None)
            if is_call(call, "print") and grown & {name for value in call.args for name in names_in(value)}:
                return Found("print-in-loop", statement.lineno)
    return None


def _is_inside(few: list, many: list) -> bool:
    rest = iter(many)
    return all(line in rest for line in few)


def print_after_the_loop(case: Case):
    """A print of the loop's item that stands below the loop, where one line for each turn is wanted."""
    if not seen(case) or from_call(case):
        return None
    have, want = lines(got(case)), lines(wanted(case))
    if not have or len(have) >= len(want) or have[-1] != want[-1] or not _is_inside(have, want):
        return None
    alike = all(_pattern(line) == _pattern(want[-1]) for line in want[: -len(have)])
    for block in blocks(case):
        for loop, after in itertools.pairwise(block):
            call = getattr(after, "value", None)
            if not isinstance(loop, ast.For) or not is_call(call, "print"):
                continue
            items = last_value(case, loop.iter)
            texts = [worked_out(case, part) for part in getattr(items, "elts", ())]
            each = len(texts) == 1 + len(want) - len(have) and all(has_word(wanted(case), text) for text in texts)
            if not alike and not each:
                continue
            made = names_in(loop.target) | {
                name for part in ast.walk(loop) for name in names_in(part) if isinstance(part, ast.Assign)
            }
            if made & {name for value in call.args for name in names_in(value)} and not _prints_in(loop):
                return Found("print-after-loop", after.lineno)
    return None


def _prints_in(loop) -> bool:
    return any(is_call(part, "print") for statement in loop.body for part in ast.walk(statement))


def sign_left_at_the_end(case: Case):
    """`print(n, end=", ")` leaves a comma behind the last item."""
    if not seen(case):
        return None
    have, want = lines(got(case)), lines(wanted(case))
    if len(have) != len(want) or not have:
        return None
    for one, other in zip(want, have, strict=True):
        if one == other:
            continue
        extra = other[len(one) :].strip()
        if not other.startswith(one) or not re.fullmatch(r"[-,;:/|+*>&.]{1,3}", extra):
            return None
        place = _sign_in_loop(case, extra)
        return Found("sign-at-end", place, {"sign": extra}) if place else None
    return None


def _sign_in_loop(case: Case, sign: str) -> int | None:
    for loop in case.all(*LOOPS):
        for part in (one for statement in loop.body for one in ast.walk(statement)):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.strip() == sign:
                return part.lineno
            last = part.values[-1] if isinstance(part, ast.JoinedStr) and part.values else None
            if isinstance(last, ast.Constant) and str(last.value).rstrip().endswith(sign):
                return part.lineno
    return None


def list_changed_under_its_loop(case: Case):
    """`for n in nums: nums.remove(n)` skips some."""
    for loop in case.all(ast.For):
        if not isinstance(loop.iter, (ast.Name, ast.Attribute)):
            continue
        for block in [
            loop.body,
            *[
                part.body
                for statement in loop.body
                for part in ast.walk(statement)
                if isinstance(part, (ast.If, ast.For, ast.While))
            ],
        ]:
            for place, statement in enumerate(block):
                leaves = any(isinstance(part, (ast.Break, ast.Return)) for part in block[place:])
                if _takes_out(statement, ast.unparse(loop.iter)) and not leaves:
                    return Found("list-changed-in-loop", statement.lineno, {"name": code(loop.iter, 14)})
    return None


def _takes_out(statement, name: str) -> bool:
    if isinstance(statement, ast.Delete):
        return any(isinstance(part, ast.Subscript) and ast.unparse(part.value) == name for part in statement.targets)
    value = getattr(statement, "value", None)
    return is_method(value, "remove", "pop", "insert") and ast.unparse(value.func.value) == name


def same_name_in_both_loops(case: Case):
    """A loop inside a loop that uses the same name."""
    for loop in case.all(ast.For):
        for around in outer(case, loop, ast.For, *FUNCTIONS):
            if isinstance(around, FUNCTIONS):
                break
            if (
                isinstance(loop.target, ast.Name)
                and loop.target.id != "_"
                and loop.target.id in names_in(around.target)
            ):
                return Found("same-loop-name", loop.lineno, {"name": loop.target.id})
    return None


RULES = (
    total_set_inside_the_loop,
    list_changed_under_its_loop,
    same_name_in_both_loops,
    print_inside_the_loop,
    print_after_the_loop,
    sign_left_at_the_end,
    range_that_starts_at_zero,
    range_that_stops_early,
    if_for_while,
)

"""The three figures that say how well mistakes are explained, and their limits."""

from __future__ import annotations

from mistakes import name, named_in_solutions, ninety, wider

from grader import Sandbox

LEAST_OF_NINETY, LEAST_SHARE = 85, 0.8


def figures(sandbox: Sandbox) -> bool:
    """Print the three figures, and each program that is not named rightly; whether all are within their limits."""
    ours = [name(sandbox, mistake) for mistake in ninety()]
    others = [name(sandbox, mistake) for mistake in wider()]
    solutions = list(named_in_solutions(sandbox))
    for one in ours + others:
        if not (one.rightly if one in ours else one.its_own):
            print(f"  {one.mistake.title}: {one.mistake.slug} fits, {one.slug or 'nothing'} was said")
    for exercise, slug in solutions:
        print(f"  {exercise}: its solution is said to have {slug}")
    right = sum(one.rightly for one in ours)
    own = sum(one.its_own for one in others)
    print(f"of the ninety mistakes, named rightly: {right} of {len(ours)}, at least {LEAST_OF_NINETY}")
    print(f"mistakes named in shipped solutions and other right programs: {len(solutions)}, at most 0")
    print(
        f"wider set with an explanation of its own: {own} of {len(others)} ({own / len(others):.0%}), at least {LEAST_SHARE:.0%}"
    )
    return right >= LEAST_OF_NINETY and not solutions and own >= LEAST_SHARE * len(others)

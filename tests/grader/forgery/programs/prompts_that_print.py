"""Puts its output into prompts, so that it is seen or not as suits it."""
# against: conversation


def forge(*args):
    for text in ("1 pie\n2 pie\n", "\n".join(f"{number} tea" for number in range(1, 4))):
        try:
            input(text)
        except BaseException:
            pass
    return 0

# verdict: not_yet
# as: call


class Odd:
    def __repr__(self):
        return "\x1b]52;c;eA==\x07\u202e\x9b2J\ud800"


def attack():
    return [Odd()]

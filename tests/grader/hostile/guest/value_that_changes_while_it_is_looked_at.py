# verdict: not_yet, crashed, passed
# as: call
class Odd(dict):
    def items(self):
        while True:
            yield 1, 2


class Text(str):
    def __len__(self):
        return 2**31 - 1


def attack():
    value = [Odd(), Text("x"), type("list", (list,), {})(), {Text("k"): Odd()}]
    value.append(value)
    return value

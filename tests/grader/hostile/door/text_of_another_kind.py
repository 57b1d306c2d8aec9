# verdict: crashed, passed, not_yet
# as: output
import wit_world


class Text(str):
    def encode(self, *_):
        return b"x" * 10**9

    def __len__(self):
        return -1

    def __str__(self):
        return 5


wit_world.write(1, Text("nothing got out\n"))

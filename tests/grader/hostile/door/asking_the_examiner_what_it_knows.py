# verdict: not_yet, crashed
# as: tests
# limits: cpu=2
import wit_world

for message in ("", "{}", "[]", "null", '{"t": "int", "v": "0x8"}', "[" * 10**5, '{"done": 1}', '{"say": "answer"}', "\0"):
    got = wit_world.ask(message)
    if "canary" in got:
        print(got)


def attack():
    return 0

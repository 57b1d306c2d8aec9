# verdict: crashed, not_yet, passed
# as: output
# The door between two guests, where there is only one.
import wit_world

said = [wit_world.ask(message) for message in ("", "{}", "x" * 10**6, '{"call": "x"}')]
print("nothing got out" if set(said) == {""} else said)

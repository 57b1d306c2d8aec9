# verdict: passed
# as: output
# The seed is the same in each check, and says nothing of the machine.
import random
import secrets

random.seed(0)
print("nothing got out" if len(secrets.token_bytes(32)) == 32 else "?")

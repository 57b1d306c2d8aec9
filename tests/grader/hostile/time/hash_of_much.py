# verdict: timed_out
# as: output
import hashlib

much = bytes(10**7)
while True:
    hashlib.sha3_512(much)

# verdict: timed_out, over_limit, crashed
# as: output
import hashlib

hashlib.scrypt(b"x", salt=b"y", n=2**20, r=8, p=16, maxmem=2**31 - 1)

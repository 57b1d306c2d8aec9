# verdict: crashed, timed_out, over_limit, passed
# as: output
# LOAD_FAST beyond the end of a frame and LOAD_CONST beyond the constants: pointers of the program's own making.
def victim():
    return 0


for at in (2, 8, 32, 64, 128, 250):
    for opcode in range(1, 140):
        code = bytes((128, 0, 95, 0)) + bytes((opcode, at)) * 4 + bytes((opcode, at, 36, 0, 35, 0))
        try:
            victim.__code__ = victim.__code__.replace(co_code=code)
            repr(victim())[:10]
        except Exception:
            pass
print("nothing got out")

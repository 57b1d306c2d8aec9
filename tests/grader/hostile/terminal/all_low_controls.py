# verdict: not_yet
# as: run
print("".join(map(chr, range(32))) + "\x7f" + "nothing got out\rPASSED\b\b\b\v\f\x0e\x0f\x05")

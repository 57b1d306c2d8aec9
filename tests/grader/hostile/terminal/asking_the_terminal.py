# verdict: not_yet
# as: run
# What a terminal answers would be typed for the learner.
print("\x1b[6n\x1b[c\x1b[>c\x1b[0x\x1bZ\x05\x1b[?6n\x1bP$qm\x1b\\\x1bP+q544e\x1b\\\x1b]10;?\x07\x1b]4;1;?\x07")

# verdict: not_yet
# as: output
print("".join(map(chr, range(0x80, 0xA0))) + "\x9b2J\x9d52;c;eA==\x9c\x90q\x9c")

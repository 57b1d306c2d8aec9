# verdict: not_yet
# as: run
print("\x1b]52;c;ZWNobyBvd25lZA==\x07\x1b]52;p;eA==\x1b\\")

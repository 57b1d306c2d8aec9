# verdict: not_yet
# as: output
print("\x1b]0;PASSED\x07\x1b]2;x\x1b\\\x1bkname\x1b\\\x1b[21t\x1b[22;0t")

# verdict: not_yet
# as: output
print("\x1bPq#0;2;0;0;0~~@@\x1b\\\x1b_Ga=T,f=24;AAAA\x1b\\\x1b]1337;File=inline=1:AAAA\x07\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\")

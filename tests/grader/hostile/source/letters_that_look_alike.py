# verdict: crashed
# as: output
# source: made
code = "\U0001d4f9\U0001d4fb\U0001d4f2\U0001d4f7\U0001d4fd('fine')\npr\u0456nt('nothing got out')"

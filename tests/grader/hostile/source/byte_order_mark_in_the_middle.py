# verdict: crashed
# as: output
# source: made
code = "print('nothing got out')\n\ufeffx = 1"

# verdict: not_yet
# as: output
# source: made
code = "print('nothing got out') # \ud800"

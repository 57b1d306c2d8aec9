# verdict: crashed
# as: output
# source: made
code = "\ufeffprint('nothing got out')"

# verdict: crashed
# as: output
print "nothing got out"

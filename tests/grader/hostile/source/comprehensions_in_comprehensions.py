# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "[x for x in " * 190 + "[0]" + "]" * 190

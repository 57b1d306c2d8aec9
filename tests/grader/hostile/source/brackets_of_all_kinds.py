# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "([{" * 60 + "}])" * 60

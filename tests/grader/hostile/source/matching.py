# verdict: crashed
# as: output
# source: made
code = "match 1:\n    case " + "[" * 5000 + "]" * 5000 + ": pass\n"

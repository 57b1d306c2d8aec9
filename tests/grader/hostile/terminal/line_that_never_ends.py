# verdict: not_yet
# as: run
print("\t" * 900 + "x" * 30000)

# verdict: over_limit
# as: output
raise MemoryError("it is only said")

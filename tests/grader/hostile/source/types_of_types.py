# verdict: over_limit, crashed
# as: output
# source: made
code = "type X[T] = " + "list[" * 190 + "T" + "]" * 190 + "\ntype Y[" + ",".join(f"T{n}" for n in range(10_000)) + "] = X\n"

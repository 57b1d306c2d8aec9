# verdict: over_limit, crashed
# as: output
# source: made
# Long lines and many quotes, for whatever looks for a mistake in them.
code = "x = 1\n" + "print(" * 3000 + "'" * 60001 + " a" * 20000 + '"' * 5001 + "\n" + "\n".join("if x = " + "'" * n for n in range(200))

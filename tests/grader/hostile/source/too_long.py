# verdict: not_yet
# as: output
# source: made
code = "# " + "x" * (256 * 1024)

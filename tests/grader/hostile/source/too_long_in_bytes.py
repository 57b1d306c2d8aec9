# verdict: not_yet
# as: output
# source: made
code = "# " + "\U0001f600" * 70_000

# verdict: crashed
# as: output
# source: made
code = "x = '\x1b]52;c;eA==\x07\x9b2J\u202e' + nothing_of_that_name # \x1b[2J\u2066\u200b"

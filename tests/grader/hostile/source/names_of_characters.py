# verdict: crashed
# as: output
# source: made
code = "x = '" + "\\N{LATIN SMALL LETTER A}" * 5000 + "'\ny = '\\N{" + "A" * 100_000 + "}'"

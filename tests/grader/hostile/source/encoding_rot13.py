# coding: rot13
# verdict: passed
# as: output
# The text is text already: what it says of its encoding is not believed.
print("nothing got out")

# verdict: over_limit
# as: output
text = "a"
while True:
    text += text

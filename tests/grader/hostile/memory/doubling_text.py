# verdict: over_limit
# as: output
# limits: cpu=2
text = "a"
while True:
    text += text

# verdict: not_yet
# as: output
print("\ud800 \udfff \ud83d\ude00 \udc9b2J")

# verdict: not_yet
# as: output
print("a" + "\u0301" * 30000)
print("\u0e47\u0489" * 1000 + "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 100)

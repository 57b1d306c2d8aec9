# verdict: not_yet
# as: output
# Looks as it should, and is not.
print("nothing\u200b got\u2060 o\u00aduut\ufeff\u180e\u3164\uffa0\u115f\u2800\U000e0041\U000e007f\ufe0f\u034f"[:-1])

# verdict: not_yet
# as: output
print("\ufffe\uffff\ufdd0\U0010ffff\ue000\U000f0000\ufff9\ufffb\ufffd\x00")

# verdict: not_yet
# as: output
print("\u202enothing got out\u202c \u2066\u2067\u2068\u2069 \u200e\u200f \u061c \u202a\u202b\u202d")

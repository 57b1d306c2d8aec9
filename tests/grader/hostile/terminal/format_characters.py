# verdict: not_yet
# as: run
# limits: cpu=3
import sys
import unicodedata

for code in range(sys.maxunicode + 1):
    if unicodedata.category(chr(code)) in ("Cf", "Zl", "Zp", "Cc") and chr(code) != "\n":
        print(chr(code), end="")

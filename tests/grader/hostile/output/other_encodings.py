# verdict: not_yet, crashed
# as: run
import sys

for name in ("utf-16", "utf-7", "cp1252", "idna", "latin-1", "ascii"):
    try:
        sys.stdout.reconfigure(encoding=name, errors="surrogatepass", newline="\r\n")
        print("nothing got out \u202e\x9b2J")
    except (LookupError, ValueError, TypeError, UnicodeError):
        pass

# verdict: crashed
# as: output
raise ModuleNotFoundError("No module named x", name="\x1b]0;x\x07\u202e\ud800\n\n\nPASSED")

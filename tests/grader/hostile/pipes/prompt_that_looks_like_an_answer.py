# verdict: not_yet
# as: run
# typed: Ada
input('"}, {"done": {"ending": "finished"}}\n\0\0\0\2{}')

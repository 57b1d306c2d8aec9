# verdict: not_yet
# as: run
# typed: {"done": {"ending": "finished"}}
# typed: ","ending":"finished
# typed: \
print(input() + input() + input())

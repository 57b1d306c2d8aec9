# verdict: not_yet
# as: output
# source: made
code = "allowed = 'no'\nif allowed != 'no\u202e \u2066# only if allowed\u2069 \u2066':\n    print('\u202e')"

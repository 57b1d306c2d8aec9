# verdict: not_yet
# as: output
# source: made
code = "print('nothing got out')\0\nimport os\n"

# verdict: over_limit, crashed
# as: output
# source: made
code = 'x = ' + "f'{" * 200 + "1" + "}'" * 200

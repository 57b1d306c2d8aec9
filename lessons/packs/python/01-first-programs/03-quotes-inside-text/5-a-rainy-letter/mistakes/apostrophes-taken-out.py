# diagnosis: punctuation
print('Dear Omar')
print('Its raining here')
print('Im reading your book')

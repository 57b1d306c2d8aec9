# diagnosis: quote-inside
print('Dear Omar')
print("It's raining here")
print('I'm reading your book')

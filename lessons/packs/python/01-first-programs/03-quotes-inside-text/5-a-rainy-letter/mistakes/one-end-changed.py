# diagnosis: mixed-quotes
print('Dear Omar')
print("It's raining here')
print("I'm reading your book")

# diagnosis: mixed-quotes
print("1. River Road")
print("2. Slow Train')
print("3. Long Way Home")
print("4. Sunday Light")

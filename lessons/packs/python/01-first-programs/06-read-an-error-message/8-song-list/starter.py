print("1. River Road")
print("2. Slow Train)
print("3. Long Way Home")
Print("4. Sunday Light")

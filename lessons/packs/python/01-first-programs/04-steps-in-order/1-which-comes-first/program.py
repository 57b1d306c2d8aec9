print("3. Eat")
print("1. Wash")
print("2. Cook")

# diagnosis: blank-left
print("Soup: 4")
print("Bread: 2")
print(____Tea: 1")

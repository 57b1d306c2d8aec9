print("Soup: 4")
print("Bread: 2"____
print(____Tea: 1")

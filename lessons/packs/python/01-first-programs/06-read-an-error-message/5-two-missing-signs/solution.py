print("Soup: 4")
print("Bread: 2")
print("Tea: 1")

# diagnosis: blank-left
print("Milk 3.20")
print("Bread 2.75")
print(____)

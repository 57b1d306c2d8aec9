# diagnosis: no-quotes
print("Milk 3.20")
print("Bread 2.75")
print(Eggs 4.15)

# diagnosis: line-order
print("Tea for 2")
print()
print("Drink it slowly")
print("Boil the water")
print("Pour the water on the leaves")

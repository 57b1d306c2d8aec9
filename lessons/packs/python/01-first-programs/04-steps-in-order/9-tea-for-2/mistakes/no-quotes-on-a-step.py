# diagnosis: no-quotes
print("Tea for 2")
print()
print(Boil the water)
print("Pour the water on the leaves")
print("Drink it slowly")

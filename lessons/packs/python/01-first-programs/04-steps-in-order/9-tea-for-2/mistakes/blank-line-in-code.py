# diagnosis: line-missing
print("Tea for 2")

print("Boil the water")
print("Pour the water on the leaves")
print("Drink it slowly")

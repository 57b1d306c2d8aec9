# diagnosis: line-order
print("Boil the water")
print("Wait 4 minutes")
print("Pour it on the tea")

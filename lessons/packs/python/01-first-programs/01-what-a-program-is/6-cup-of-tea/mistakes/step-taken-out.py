# diagnosis: line-missing
print("Boil the water")
print("Wait 4 minutes")

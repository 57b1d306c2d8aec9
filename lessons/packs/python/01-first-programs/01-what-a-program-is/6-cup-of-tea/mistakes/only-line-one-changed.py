# diagnosis: other-text
print("Boil the water")
print("Boil the water")
print("Wait 4 minutes")

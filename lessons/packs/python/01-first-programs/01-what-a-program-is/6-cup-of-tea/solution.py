print("Boil the water")
print("Pour it on the tea")
print("Wait 4 minutes")

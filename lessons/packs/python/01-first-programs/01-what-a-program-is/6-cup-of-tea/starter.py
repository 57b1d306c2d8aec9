print("Pour it on the tea")
print("Boil the water")
print("Wait 4 minutes")

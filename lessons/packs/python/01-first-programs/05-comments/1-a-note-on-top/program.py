# For 4 people
print("Rice")
print("Beans")

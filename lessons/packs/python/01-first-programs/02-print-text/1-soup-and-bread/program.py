print("Soup")
print("and bread")

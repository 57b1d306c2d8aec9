# diagnosis: line-missing
print("Home: 3")
print("Guests: 2")

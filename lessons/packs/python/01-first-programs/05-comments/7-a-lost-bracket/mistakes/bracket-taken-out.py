# diagnosis: open-bracket
print("2 onions")
print("3 carrots"  # orange ones
print("1 cup of lentils")

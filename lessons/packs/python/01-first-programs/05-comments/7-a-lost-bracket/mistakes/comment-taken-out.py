# diagnosis: part-missing
print("2 onions")
print("3 carrots")
print("1 cup of lentils")

print("Chapter 1")
print()
print("It was late.")

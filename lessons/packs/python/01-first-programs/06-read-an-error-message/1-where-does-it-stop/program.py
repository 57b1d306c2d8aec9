print("Good morning")
print(Tea)
print("Good night")

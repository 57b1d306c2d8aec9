# diagnosis: one-line
print("This is my first program. It has two steps.")

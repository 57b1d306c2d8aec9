print("This is my first program.")
print("It has two steps.")

# diagnosis: stray-text
print("This is my first program.")
It has two steps.

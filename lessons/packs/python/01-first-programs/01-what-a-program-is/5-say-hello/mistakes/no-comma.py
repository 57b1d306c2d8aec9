# diagnosis: punctuation
print("Hello Python")

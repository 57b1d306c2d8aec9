print("Hello Nadia")
____
print("Thank you for the book.")
____
print("Sam")

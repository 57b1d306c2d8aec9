# diagnosis: line-order
print("Hello Nadia")
print("I read it in 2 days.")
print("Thank you for the book.")
print()
print("Sam")

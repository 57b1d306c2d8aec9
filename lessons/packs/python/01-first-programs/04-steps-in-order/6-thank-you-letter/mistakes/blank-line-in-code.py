# diagnosis: line-missing
print("Hello Nadia")

print("Thank you for the book.")
print("I read it in 2 days.")
print("Sam")

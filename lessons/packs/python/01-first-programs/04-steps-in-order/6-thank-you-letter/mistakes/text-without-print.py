# diagnosis: stray-text
print("Hello Nadia")
print()
print("Thank you for the book.")
I read it in 2 days.
print("Sam")

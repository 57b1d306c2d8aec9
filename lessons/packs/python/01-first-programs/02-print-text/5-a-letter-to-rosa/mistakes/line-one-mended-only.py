# diagnosis: no-quotes
print("Dear Rosa,")
print("Thank you for the photos.")
print(Amina)

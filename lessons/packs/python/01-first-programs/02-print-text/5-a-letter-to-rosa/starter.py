Print("Dear Rosa,")
print("Thank you for the photos.")
print(Amina)

# diagnosis: part-missing
print("Open 9 to 5")
print("Closed on Sunday")

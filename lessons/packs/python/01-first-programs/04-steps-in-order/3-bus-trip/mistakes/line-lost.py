# diagnosis: line-missing
print("8:15 Get on bus 12")
print("8:50 Get off at the park")
print("9:00 Meet Amina")

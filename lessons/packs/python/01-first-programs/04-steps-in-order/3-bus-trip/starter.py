print("8:15 Get on bus 12")
print("9:00 Meet Amina")
print("8:00 Leave home")
print("8:50 Get off at the park")

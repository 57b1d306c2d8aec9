print("Bus 8 at noon")
print("Bus 9 at 1:30"
print("Bus 8 at 2:15")

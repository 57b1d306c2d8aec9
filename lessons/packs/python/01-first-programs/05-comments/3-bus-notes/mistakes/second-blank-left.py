# diagnosis: blank-left
# Buses from Main Street
print("Bus 12: 8:15")
print("Bus 40: 8:30")  ____ not on Sundays

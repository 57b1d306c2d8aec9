# Weather for the week

print("Monday: rain")
print("Tuesday: sun")
print("Wednesday: wind")

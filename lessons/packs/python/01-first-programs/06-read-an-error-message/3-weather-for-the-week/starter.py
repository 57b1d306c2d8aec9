# Weather for the week

print("Monday: rain")
print("Tuesday: sun")
pritn("Wednesday: wind")

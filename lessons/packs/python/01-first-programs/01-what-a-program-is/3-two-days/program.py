print("Tuesday: rain")
print("Monday: sun")

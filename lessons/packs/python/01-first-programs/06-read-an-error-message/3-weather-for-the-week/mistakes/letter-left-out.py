# diagnosis: misspelled-name
# Weather for the week

print("Monday: rain")
print("Tuesday: sun")
prnt("Wednesday: wind")

# diagnosis: line-missing
# Weather for the week

print("Monday: rain")
print("Tuesday: sun")

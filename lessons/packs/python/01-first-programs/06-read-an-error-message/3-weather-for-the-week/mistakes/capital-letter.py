# diagnosis: capital-letter
# Weather for the week

print("Monday: rain")
print("Tuesday: sun")
Print("Wednesday: wind")

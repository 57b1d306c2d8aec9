# diagnosis: line-missing
print("Happy birthday, Mei!")

print("We saved you some cake.")

# diagnosis: no-quotes
print("Happy birthday, Mei!")
print()
print(We saved you some cake.)

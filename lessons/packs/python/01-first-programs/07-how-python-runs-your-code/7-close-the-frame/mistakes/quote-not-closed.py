# diagnosis: open-quote
print("+--------------+")
print("|  Lena Cruz   |")
print("|  Bus driver  |)
print("+--------------+")

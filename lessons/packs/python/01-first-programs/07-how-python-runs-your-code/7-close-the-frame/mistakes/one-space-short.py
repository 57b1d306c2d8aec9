# diagnosis: spacing
print("+--------------+")
print("|  Lena Cruz   |")
print("|  Bus driver |")
print("+--------------+")

# diagnosis: blank-left
print("+--------------+")
print("|  Lena Cruz   |")
print("|  Bus driver  |")
print(____)

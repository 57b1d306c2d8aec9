print("+--------------+")
print("|  Lena Cruz   |")
print("|  Bus driver____
print(____)

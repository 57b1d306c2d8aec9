print("Milk 3.20")
____("Bread 2.75")
print(____)

print("Rice: 2 cups")
print(Beans)
print("Salt")
Print("Water: 4 cups")

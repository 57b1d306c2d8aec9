# diagnosis: no-quotes
print("Paint a shelf")
print()
print(Sand the wood)
print("Brush on the paint")
print("Let it dry")

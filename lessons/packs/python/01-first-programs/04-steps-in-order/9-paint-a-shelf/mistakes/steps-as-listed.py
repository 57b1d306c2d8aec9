# diagnosis: line-order
print("Paint a shelf")
print()
print("Let it dry")
print("Sand the wood")
print("Brush on the paint")

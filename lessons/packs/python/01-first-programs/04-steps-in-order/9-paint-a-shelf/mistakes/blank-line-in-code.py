# diagnosis: line-missing
print("Paint a shelf")

print("Sand the wood")
print("Brush on the paint")
print("Let it dry")

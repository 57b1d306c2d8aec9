print("Dear Ana")

print()
print("Come on Sunday")

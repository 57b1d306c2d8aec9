# diagnosis: capital-letter
print("Milk 3.20")
Print("Bread 2.75")
print("Eggs 4.15")

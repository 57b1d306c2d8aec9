# diagnosis: open-quote
print("The 0 said to the 8:")
print("\"That's a nice belt!\")

print("Game day is Friday")
print("We meet at noon")

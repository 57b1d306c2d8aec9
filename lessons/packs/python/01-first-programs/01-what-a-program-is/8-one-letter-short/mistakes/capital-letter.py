# diagnosis: capital-letter
print("Game day is Friday")
Print("We meet at noon")

# diagnosis: misspelled-name
print("Game day is Friday")
prnit("We meet at noon")

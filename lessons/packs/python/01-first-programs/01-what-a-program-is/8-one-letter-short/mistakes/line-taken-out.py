# diagnosis: line-missing
print("Game day is Friday")

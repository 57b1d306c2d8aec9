print("Game day is Friday")
prnt("We meet at noon")

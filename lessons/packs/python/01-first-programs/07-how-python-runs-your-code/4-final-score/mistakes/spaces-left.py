# diagnosis: indent
print("Final score")
  print("Home: 3")
print("Guests: 2")

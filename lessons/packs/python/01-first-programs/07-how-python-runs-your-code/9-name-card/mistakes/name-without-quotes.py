# diagnosis: no-quotes
# My card
print("******************")
print(Kofi)
print("*  Plays drums   *")
print("*  Likes rain    *")
print("******************")

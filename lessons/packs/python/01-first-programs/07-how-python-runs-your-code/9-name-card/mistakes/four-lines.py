# diagnosis: line-missing
# My card
print("******************")
print("*  Kofi          *")
print("*  Plays drums   *")
print("******************")

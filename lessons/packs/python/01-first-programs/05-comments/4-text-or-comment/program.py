print("Song #1")  # slow
# print("Song 2")
print("Song 3")

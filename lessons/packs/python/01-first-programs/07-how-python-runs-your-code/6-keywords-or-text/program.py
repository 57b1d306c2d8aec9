print("if it rains")
# print("or if it snows")
print("for a while")

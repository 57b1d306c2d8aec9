# diagnosis: letter-case
print("hello, python")

# diagnosis: letter-case
print("read the last line")
print("find the line")
print("mend one thing")
print("run it again")

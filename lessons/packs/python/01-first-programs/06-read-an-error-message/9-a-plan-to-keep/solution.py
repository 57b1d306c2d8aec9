print("Read the last line")
print("Find the line")
print("Mend one thing")
print("Run it again")

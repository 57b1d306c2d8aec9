# diagnosis: one-line
print("Read the last line Find the line Mend one thing Run it again")

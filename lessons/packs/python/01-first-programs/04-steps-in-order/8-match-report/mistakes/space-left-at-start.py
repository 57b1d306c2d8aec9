# diagnosis: indent
print("First half: 0 to 1")
print("Second half: 2 to 0")
 print("We win!")

# diagnosis: part-missing
print("Friday: film night")
print("Sunday: letter to Rosa")

# diagnosis: line-extra
print("Friday: film night")
print("# Saturday: soccer at 10")
print("Sunday: letter to Rosa")

print("Ali said \"I'm on the bus\"")
print('Zoe said "Good"')

print("Ali said ____I'm on the bus____")
print('Zoe said "Good"')

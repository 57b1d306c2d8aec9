print("Rosa's Bakery")
print('Open today')

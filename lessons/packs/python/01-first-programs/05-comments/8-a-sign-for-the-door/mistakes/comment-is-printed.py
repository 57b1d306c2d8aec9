# diagnosis: line-extra
print("# A sign for the shop door")
print("Open 9 to 5")
print("Closed on Sunday")

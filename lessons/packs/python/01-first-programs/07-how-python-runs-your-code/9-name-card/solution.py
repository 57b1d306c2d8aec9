# A name card for Mei
print("+----------------------+")
print("|  Mei Tanaka          |")
print("|  Fixes old radios    |")
print("|  Likes rain and tea  |")
print("+----------------------+")

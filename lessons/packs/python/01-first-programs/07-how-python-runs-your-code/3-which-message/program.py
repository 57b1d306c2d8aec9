print(Hello)
print("Good night)

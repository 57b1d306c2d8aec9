print("____")

# verdict: over_limit
# as: output
while True:
    try:
        input("name? " * 100)
    except EOFError:
        pass

"""Never comes back from being imported."""
# against: plain
while True:
    pass

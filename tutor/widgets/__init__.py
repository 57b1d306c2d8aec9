"""The parts screens are made of. Each is given data and posts messages."""

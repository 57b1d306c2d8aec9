"""Gives lists inside lists without end, and lists that hold themselves."""
count = 0


def forge(*args):
    global count
    count += 1
    circle, answer, table = [], [], {}
    circle.append(circle)
    table["self"] = table
    for _ in range(100_000):
        answer = [answer]
    return [circle, answer, table, (circle, table)][count % 4]

# verdict: passed, timed_out
# as: output
# limits: cpu=2
total = 0
for number in range(10**6):
    total += number
print("nothing got out")

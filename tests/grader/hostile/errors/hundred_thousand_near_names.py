# verdict: crashed, timed_out
# as: output
# limits: cpu=2
for number in range(50000):
    globals()[f"some_name_{number}"] = 0
some_name_

# verdict: timed_out, crashed
# as: run
# limits: cpu=0.05
# limits: wall=0.2
import select

while True:
    select.select([], [], [], 10**5)

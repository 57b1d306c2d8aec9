# verdict: timed_out, crashed
# as: output
# limits: cpu=0.05
# limits: wall=0.2
import select

poll = select.poll()
for number in range(3):
    poll.register(number)
while True:
    poll.poll(10**8)

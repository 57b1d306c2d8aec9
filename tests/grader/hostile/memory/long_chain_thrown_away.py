# verdict: passed, crashed, over_limit, timed_out
# as: output
# limits: cpu=2
class Link:
    def __init__(self, rest):
        self.rest = rest


chain = None
for _ in range(3 * 10**5):
    chain = Link(chain)
chain = None
print("nothing got out")

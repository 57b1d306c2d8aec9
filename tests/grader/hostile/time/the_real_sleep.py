# verdict: timed_out, crashed
# as: output
# limits: cpu=0.05
# limits: wall=0.2
# pytest keeps the time.sleep that was there before ours took its place.
import _pytest.timing

_pytest.timing.sleep(10**6)
print("woke")

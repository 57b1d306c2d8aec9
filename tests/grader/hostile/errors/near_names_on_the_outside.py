# verdict: crashed
# as: output
# limits: cpu=2
# source: made
# The tutor looks for near names, too.
code = "".join(f"abcdefghijklmnopqrstuvwxyz_abcdefgh{n:05}=1\n" for n in range(1500)) + "abcdefghijklmnopqrstuvwxyz_abcdefgh_00000"

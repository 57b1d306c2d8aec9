# verdict: crashed
# as: output
from __future__ import braces

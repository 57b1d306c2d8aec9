# verdict: crashed
# as: output
import warnings

warnings.simplefilter("error")
warnings.showwarning = lambda *_: 1 / 0
"\d" == eval("'\\d'")

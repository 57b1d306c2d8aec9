# verdict: passed, crashed
# as: output
# source: made
code = "#!/bin/sh\n# vim: set fileencoding=of-no-kind :\nprint('nothing got out')"

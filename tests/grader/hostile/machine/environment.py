# verdict: passed
# as: output
import os
import posix

allowed = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTEST_VERSION"}
os.putenv("LD_PRELOAD", "/tmp/x.so")
print([(name, value) for name, value in os.environ.items() if name not in allowed] + [name for name in posix.environ if name.decode() not in allowed] or "nothing got out")

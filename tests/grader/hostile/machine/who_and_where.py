# verdict: not_yet
# as: run
import os
import platform
import socket
import sys
import sysconfig

print(str(sysconfig.get_config_vars())[:3000])
for way in (
    "os.getcwd()", "os.getlogin()", "os.uname()", "os.getpid()", "os.getuid()", "os.cpu_count()", "os.getloadavg()", "platform.node()",
    "platform.platform()", "socket.gethostname()", "socket.getfqdn()", "sys.argv", "sys.orig_argv", "sys.executable", "sys.path", "sys.flags",
    "os.path.expanduser('~')", "__import__('getpass').getuser()", "__import__('pwd').getpwall()", "__import__('uuid').getnode()",
):
    try:
        print(way, eval(way))
    except (OSError, AttributeError, ImportError, KeyError):
        print("no")

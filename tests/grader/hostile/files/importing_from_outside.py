# verdict: passed
# as: output
# limits: cpu=2
import importlib.machinery
import importlib.util
import os
import sys

got = []
sys.path[:0] = ["@FOLDER@", "/usr/lib/python3/dist-packages", "/", ".."]
sys.path_importer_cache.clear()
try:
    import canary

    got.append(canary.found)
except ImportError:
    pass
for loader in (importlib.machinery.SourceFileLoader, importlib.machinery.ExtensionFileLoader, importlib.machinery.SourcelessFileLoader):
    for path in ("@FOLDER@/canary.py", "/usr/lib/libc.so.6"):
        try:
            spec = importlib.util.spec_from_loader("canary", loader("canary", path))
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            got.append(module)
        except (ImportError, OSError):
            pass
try:
    os.add_dll_directory("C:\\")
except AttributeError:
    pass
print(got or "nothing got out")

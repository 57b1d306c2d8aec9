# verdict: crashed, passed
# as: output
import componentize_py_runtime

for number in (0, 1, -1, 2**31):
    for handle in (0, 1, 2**31, -1):
        try:
            componentize_py_runtime.drop_resource(number, handle)
        except Exception:
            pass
print("nothing got out")

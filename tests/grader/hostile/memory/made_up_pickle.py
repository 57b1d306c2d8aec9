# verdict: crashed, passed
# as: output
import pickle

for code in (b"cos\nsystem\n(S'touch @FOLDER@/new'\ntR.", b"cbuiltins\nexec\n(S'1/0'\ntR.", b"\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x02id\x85R.", b"cos\nabort\n(tR."):
    try:
        pickle.loads(code)
    except (ValueError, AttributeError, ZeroDivisionError, OSError, pickle.UnpicklingError, ImportError):
        pass
print("nothing got out")

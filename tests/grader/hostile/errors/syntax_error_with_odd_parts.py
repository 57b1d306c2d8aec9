# verdict: crashed
# as: output
for number, parts in enumerate(((None,) * 4, ("program.py", 10**400, 1, "x"), ("program.py", -1, -1, None), ("program.py", 1, 10**9, "x" * 10**6), ("program.py", 1, 1, 5), ("program.py", 1, 1, "\ud800"))):
    try:
        raise SyntaxError("m", parts)
    except SyntaxError as error:
        last = error
last.text, last.offset, last.end_offset, last.end_lineno, last.lineno = 5, "two", [], 10**400, {}
last.filename, last.msg, last.print_file_and_line = "program.py", b"m", 1
raise last

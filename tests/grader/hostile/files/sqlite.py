# verdict: passed
# as: output
# limits: cpu=2
import sqlite3

got = []
for name in ("@FOLDER@/canary.txt", "@FOLDER@/new.db", "/etc/passwd", "file:@FOLDER@/canary.txt?mode=ro", "file:/etc/passwd?vfs=unix-none&immutable=1"):
    for statement in ("select 1", "create table t(x)", "select * from sqlite_master"):
        try:
            got.append(sqlite3.connect(name, uri=name.startswith("file:")).execute(statement).fetchall())
        except (sqlite3.Error, OSError):
            pass
memory = sqlite3.connect(":memory:")
for statement in (
    "attach '@FOLDER@/new.db' as a; create table a.t(x)", "vacuum into '@FOLDER@/new.db'", "select load_extension('/lib/x.so')",
    "select readfile('/etc/passwd')", "select writefile('@FOLDER@/x', 'x')", "pragma temp_store_directory='@FOLDER@'",
    "create virtual table f using fts3tokenize('x')", "select edit('x')", "pragma journal_mode=wal", "pragma mmap_size=1000000000000",
):
    try:
        memory.executescript(statement)
        got += [statement] if "FOLDER" in statement or "@" in statement else []
    except sqlite3.Error:
        pass
print(got or "nothing got out")

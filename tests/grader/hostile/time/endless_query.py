# verdict: timed_out
# as: output
import sqlite3

sqlite3.connect(":memory:").execute("with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n").fetchall()

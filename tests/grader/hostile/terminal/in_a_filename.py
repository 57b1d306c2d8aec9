# verdict: crashed
# as: run
exec(compile("def \u202b_x(): 1/0".replace("\u202b_", "f"), "\x1b]0;x\x07\u202e\n\0", "exec"))
fx()

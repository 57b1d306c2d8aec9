# verdict: crashed
# as: output
# Python shows the line of a file that an error names; here it names one of the machine.
exec(compile("\n\n\ndef f(): raise ValueError('x')", "@FOLDER@/canary.txt", "exec"))
try:
    f()
except ValueError as error:
    raise SyntaxError("m", ("@FOLDER@/canary.txt", 1, 1, None)) from error

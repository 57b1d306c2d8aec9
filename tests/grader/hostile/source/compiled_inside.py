# verdict: passed, crashed, timed_out, over_limit
# as: output
# limits: cpu=0.6
import ast
import io
import symtable
import tokenize

for text in ("(" * 5000, "-" * 10**5 + "1", "x" + ".a" * 10**5, "[" * 199 + "]" * 199, "f'" + "{1}" * 10**4 + "'", "a" + "()" * 10**5, "1" + "+1" * 10**5):
    for do in (ast.parse, lambda text: compile(text, "x", "exec"), lambda text: ast.unparse(ast.parse(text)), lambda text: symtable.symtable(text, "x", "exec"), lambda text: list(tokenize.generate_tokens(io.StringIO(text).readline)), ast.literal_eval, lambda text: ast.dump(ast.parse(text))):
        try:
            do(text)
        except (SyntaxError, RecursionError, MemoryError, ValueError, tokenize.TokenError):
            pass
print("nothing got out")

# verdict: passed, crashed
# as: output
import ast

for tree in (
    ast.Module([ast.Expr(ast.Constant(object()))], []), ast.Module([ast.Expr(ast.Name("None", ast.Load()))], []), ast.Module(5, []),
    ast.Module([ast.Expr(ast.Name("x" * 10**6, ast.Load()))], []), ast.Module([ast.Expr(ast.JoinedStr([ast.Constant(1)]))], []),
    ast.Module([ast.Assign([], ast.Constant(1))], []), ast.Module([ast.Global([])], []), ast.Module([ast.Expr(ast.Compare(ast.Constant(1), [], []))], []),
    ast.Module([ast.Expr(ast.Constant(1), lineno=-(2**31), col_offset=2**31 - 1, end_lineno=0, end_col_offset=-1)], []),
):
    try:
        exec(compile(ast.fix_missing_locations(tree), "x", "exec"))
    except (TypeError, ValueError, SyntaxError, OverflowError, NameError, AttributeError):
        pass
print("nothing got out")

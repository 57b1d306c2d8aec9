# verdict: crashed
# as: output
try:
    1 / 0
except ZeroDivisionError as error:
    try:
        error.__traceback__.tb_next = error.__traceback__
    except ValueError:
        pass
    raise

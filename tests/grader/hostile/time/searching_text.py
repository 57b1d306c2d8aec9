# verdict: timed_out, over_limit
# as: output
text = "a" * 10**6
while True:
    ("a" * 10**5 + "b") in text, text.replace("aa", "a").count("aaa")

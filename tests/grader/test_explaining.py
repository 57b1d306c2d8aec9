"""A beginner's mistakes, run for real: each gets its own name and a sentence with a line."""

import pytest

from grader import Ending, explain, run
from grader.comparing import difference, same_output

MISTAKES = [
    ("print(Hello)", "no-quotes"),
    ("print(Good morning)", "no-quotes"),
    ("print(Good morning, Ada)", "no-quotes"),
    ("print(Hello!)", "no-quotes"),
    ('print("Hi"\nprint("Bye")', "open-bracket"),
    ('print("Hi"  # a note)', "open-bracket"),
    ('print("Hi"))', "extra-bracket"),
    ('x = 1\n  print("Hi")', "indent"),
    ('  print("Hi")', "indent"),
    ('if True:\nprint("Hi")', "indent-missing"),
    ("if True:\n    print(1)\n  print(2)", "indent-uneven"),
    ('print("Good morning)', "open-quote"),
    ("print('Good morning)", "open-quote"),
    ('print(Good morning")', "open-quote"),
    ("print(\"Good morning')", "mixed-quotes"),
    ("print('It's late')", "quote-inside"),
    ('print("She said "yes" to me")', "quote-inside"),
    ("print('Ada's bus')", "quote-inside"),
    ("prnt('Hi')", "misspelled-name"),
    ("pritn('Hi')", "misspelled-name"),
    ("total = 5\nprint(totl)", "misspelled-name"),
    ('print "Hello"', "no-brackets"),
    ("print Hello", "no-brackets"),
    ('Print("Hi")', "capital-letter"),
    ('PRINT("Hi")', "capital-letter"),
    ('Print "Hi"', "capital-letter"),
    ("print(\u201cHi\u201d)", "curly-quotes"),
    ('print("Hi"]', "wrong-brackets"),
    ('print["Hi"]', "wrong-brackets"),
    ('print{"Hi"}', "wrong-brackets"),
    ('print("a") print("b")', "two-on-one-line"),
    ('print("a" "b" 3)', "missing-comma"),
    ('age = 40\nprint("Age: " + age)', "text-plus-number"),
    ("This prints hello", "stray-text"),
    ("hello", "stray-name"),
    ("if 1 == 1\n    print(1)", "missing-colon"),
    ("x = 3\nif x = 3:\n    print(1)", "equals"),
    ("5 = x", "value-on-left"),
    ("done = true", "true-false"),
    ("print(____)", "blank-left"),
    ("____", "blank-left"),
    ("print(1 / 0)", "zero-division"),
    ("int('12.5')", "not-a-number"),
    ("[1][5]", "index"),
    ("{}['a']", "key-missing"),
    ("'a'.uper()", "method-misspelled"),
    ("import socket\nsocket.create_connection(('a', 1))", "no-network"),
    ("import turtle", "no-windows"),
    ("import numpy", "module-extra"),
    ("input()", "asks-too-often"),
    ("open('nothing.txt')", "no-file"),
    ("def f():\n    f()\nf()", "endless-calls"),
    ("class", "class-name"),
    ("raise RuntimeError('x')", "own-error"),
]


@pytest.mark.parametrize(("code", "slug"), MISTAKES)
def test_each_mistake_has_its_name_and_a_sentence(sandbox, code, slug):
    outcome = run(sandbox, code)
    assert outcome.ending is Ending.RAISED
    found = explain(sandbox, code, outcome)
    assert found.slug == slug, (found, outcome.error)
    assert 15 < len(found.message) < 200
    assert len(found.message.split()) <= 35
    assert found.line


OUTPUTS = [
    ("Hello", "", "nothing-printed"),
    ("Hello", "hello", "letter-case"),
    ("Hello, Ada", "Hello,  Ada", "spacing"),
    ("Hello, Ada!", "Hello, Ada", "punctuation"),
    ("Hello", '"Hello"', "quotes-printed"),
    ("one\ntwo", "two\none", "line-order"),
    ("one\ntwo\nthree", "one\nthree", "line-missing"),
    ("one\ntwo", "one\nand\ntwo", "line-extra"),
    ("one\ntwo", "one two", "one-line"),
    ("5", "2 + 3", "code-printed"),
    ("Hi", "print(Hi)", "code-printed"),
    ("Rice", "Beans", "other-text"),
    ("one\n\ntwo", "one\ntwo", "line-missing"),
]


@pytest.mark.parametrize(("wanted", "printed", "slug"), OUTPUTS)
def test_each_difference_has_its_name(wanted, printed, slug):
    assert not same_output(wanted, printed)
    found = difference(wanted, printed)
    assert found.slug == slug
    assert len(found.message.split()) <= 35


NEVER = "wrong failed invalid illegal violation killed abort fatal escape terminate easy simply just obviously".split()


def test_no_word_that_hurts_is_in_any_sentence(sandbox):
    for code, _ in MISTAKES:
        outcome = run(sandbox, code)
        said = explain(sandbox, code, outcome).message.lower()
        assert not [word for word in NEVER if word in said.split()]

"""The gates: each has one change of the small pack that it must see, and one that it must leave alone."""

import pytest
from small_pack import LESSON, PAGE, PREDICT, WRITE

LESSON_TOML = f"{LESSON}/lesson.toml"
TASK = f"{WRITE}/exercise.md"
CHECKS = f"{WRITE}/checks.toml"
QUESTION = f"{PREDICT}/exercise.md"
SOLUTION = f"{WRITE}/solution.py"
CHAPTER = "01-first-programs/chapter.toml"
GLOSSARY = "glossary.toml"

HARD = "Organizational documentation necessitates deliberation."
EASY_36 = "We go on. " * 12
LONG_SENTENCE = "go " * 21


def lines(count: int, text: str = "- a b") -> str:
    return "\n".join([text] * count)


def test_a_pack_in_order_has_no_problems(small_pack):
    assert small_pack.problems() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (PAGE, "Python shows it.", lines(17), f"{PAGE}:9: This screen has 19 lines with its title at 70 columns. 18 fit. Begin a new one."),
        (PAGE, "Python shows it.", lines(10, "- " + "abc " * 16 + "d"), f"{PAGE}:9: This screen has 22 lines with its title at 62 columns. 21 fit. Begin a new one."),
        (PAGE, '    print("Hi")', "    " + "x" * 57, f"{PAGE}:5: This line of code has 61 columns with its indent. 60 fit."),
        (PAGE, "# Print shows text", "# " + "x" * 51, f"{PAGE}:1: The title has 51 letters. 50 fit."),
        (PAGE, "Python shows it.", f"We go.\nWe go. {LONG_SENTENCE}", f"{PAGE}:10: This screen has a sentence of 21 words. Make two of it."),
        (PAGE, "Python shows it.", "Python\u2019s way.", f"{PAGE}:9: `\u2019` may look odd on some screens. Use plain signs, like ', \" and -, or put it in code."),
        (PAGE, "Python shows it.", "Python\nsimply shows it.", f"{PAGE}:10: The word `simply` is not used in lessons. Say what happened, or what to do next."),
        (PAGE, "Python shows it.", "Of\nCourse it does.", f"{PAGE}:9: The word `Of Course` is not used in lessons. Say what happened, or what to do next."),
        (PAGE, "Python shows it.", "An ex-con is here.", f"{PAGE}:9: The word `ex-con` is not used in lessons. Say learner, person or people."),
        (PAGE, "Python shows it.", "An escape code.", f"{PAGE}:9: The word `escape` is not used in lessons. Say backslash code."),
        (PAGE, "**text**", "text", f"{LESSON_TOML}:4: The term `text` is never bold. Write **text** where it is first used."),
        (PAGE, "Python shows it.", f"{HARD} {HARD} {HARD}", ".: The lessons read at grade 17.8 (the middle one). Aim at 5."),
        (PAGE, "Python shows it.", f"{HARD} {HARD} {HARD}", f"{LESSON_TOML}: The lesson reads at grade 17.8. Use shorter sentences and words for grade 6."),
        (PAGE, "Python shows it.", "\n---\n".join(["Go on."] * 12), f"{LESSON_TOML}: The pages have 13 screens. 12 are the most for a lesson."),
        (PAGE, "Python shows it.", "\n---\n".join([EASY_36] * 10 + ["a. " * 81]), f"{LESSON_TOML}: The pages have 451 words. 450 are the most for a lesson."),
        (LESSON_TOML, '"Print text"', f'"{"x" * 51}"', f"{LESSON_TOML}:1: The title has 51 letters. 50 fit."),
        (LESSON_TOML, '"Print text."', f'"{LONG_SENTENCE}"', f"{LESSON_TOML}:3: The objective has a sentence of 21 words. Make two of it."),
        (LESSON_TOML, '["text"]', '["text", "a", "b", "c", "d"]', f"{LESSON_TOML}:4: The lesson has 5 new terms. 4 are the most."),
        (LESSON_TOML, '["text"]', '["text", "code"]', f"{LESSON_TOML}:4: The term `code` is not in the glossary. Add it to glossary.toml."),
        (LESSON_TOML, '"Print text"', '"Print the criminal"', f"{LESSON_TOML}:1: The word `criminal` is not used in lessons. Say learner, person or people."),
        (CHAPTER, '"First programs"', f'"{"x" * 51}"', f"{CHAPTER}:1: The title has 51 letters. 50 fit."),
        (CHAPTER, '"You will print text."', f'"{LONG_SENTENCE}"', f"{CHAPTER}:2: The text has a sentence of 21 words. Make two of it."),
        (CHAPTER, '"Print text."', f'"{LONG_SENTENCE}"', f"{CHAPTER}:3: The text has a sentence of 21 words. Make two of it."),
        (GLOSSARY, "Letters in quotes.", "a " * 21, f"{GLOSSARY}:5: The meaning has 21 words. Say it in 20 or fewer."),
        (GLOSSARY, "Letras entre comillas.", "b " * 21, f"{GLOSSARY}:7: The meaning has 21 words. Say it in 20 or fewer."),
        (GLOSSARY, '\nes = "texto"', "", f"{GLOSSARY}:4: `text` is not said in Spanish, as other terms are. Add es and meaning_es."),
        (GLOSSARY, '\nmeaning_es = "Letras entre comillas."', "", f"{GLOSSARY}:4: `text` is not said in Spanish, as other terms are. Add es and meaning_es."),
        (GLOSSARY, "Letters in", "Just letters in", f"{GLOSSARY}:5: The word `Just` is not used in lessons. Say what happened, or what to do next."),
        (TASK, "# Your name", "# " + "x" * 51, f"{TASK}:5: The title has 51 letters. 50 fit."),
        (TASK, "Print the name `Ada`.", lines(9), f"{TASK}:7: The task has 9 lines at 70 columns. 8 fit."),
        (TASK, "Print the name `Ada`.", lines(5, "- " + "abc " * 16 + "d"), f"{TASK}:7: The task has 10 lines at 62 columns. 9 fit."),
        (TASK, "Print the name `Ada`.", "Print:\n\n    " + "x" * 57, f"{TASK}:9: This line of code has 61 columns with its indent. 60 fit."),
        (TASK, "Print the name `Ada`.", LONG_SENTENCE, f"{TASK}:7: The task has a sentence of 21 words. Make two of it."),
        (TASK, "Text needs quotes.", "a. " * 36, f"{TASK}:15: Hint 2 has 36 words. Say it in 35 or fewer."),
        (TASK, "Text needs quotes.", HARD, f"{TASK}:15: Hint 2 reads at grade 45.0. Use shorter sentences and words for grade 5."),
        (TASK, "Text needs quotes.", LONG_SENTENCE, f"{TASK}:15: Hint 2 has a sentence of 21 words. Make two of it."),
        (TASK, "Text needs quotes.", "Type:\n\n    " + "x" * 57, f"{TASK}:17: This line of code has 61 columns with its indent. 60 fit."),
        (TASK, "## Hint\n\nText needs quotes.\n\n", "", f"{TASK}: The exercise has 2 of 3 hints. Add what is missing."),
        (CHECKS, "Print the name.", "a. " * 36, f"{CHECKS}:4: `message` has 36 words. Say it in 35 or fewer."),
        (CHECKS, "Print the name.", "You failed.", f"{CHECKS}:4: The word `failed` is not used in lessons. Say what happened, or what to do next."),
        (CHECKS, "prints Ada", "prints an inmate", f"{CHECKS}:2: The word `inmate` is not used in lessons. Say learner, person or people."),
        (QUESTION, "Python keeps big letters.", "a. " * 36, f"{QUESTION}:11: `because` has 36 words. Say it in 35 or fewer."),
        (QUESTION, "Python keeps big letters.", HARD, f"{QUESTION}:11: `because` reads at grade 45.0. Use shorter sentences and words for grade 5."),
        (QUESTION, "What does it print?", lines(13), f"{QUESTION}:15: Task, program and answers have 19 lines. 18 fit."),
        (f"{PREDICT}/program.py", 'print("Hi")', "#" * 61, f"{PREDICT}/program.py:1: This line has 61 columns. 60 fit."),
        (SOLUTION, 'print("Ada")', "\n" + "#" * 61, f"{SOLUTION}:2: This line has 61 columns. 60 fit."),
        (SOLUTION, 'print("Ada")', "# the wrong way", f"{SOLUTION}:1: The word `wrong` is not used in lessons. Say what happened, or what to do next."),
        (SOLUTION, 'print("Ada")', "\nimport socket", f"{SOLUTION}:2: `socket` is not used in lessons. Find another way to say it."),
        (SOLUTION, 'print("Ada")', "import math, urllib.request as r", f"{SOLUTION}:1: `urllib.request` is not used in lessons. Find another way to say it."),
        (SOLUTION, 'print("Ada")', "from http.client import x", f"{SOLUTION}:1: `http.client` is not used in lessons. Find another way to say it."),
        (SOLUTION, 'print("Ada")', "from os import path, system", f"{SOLUTION}:1: `os.system` is not used in lessons. Find another way to say it."),
        (SOLUTION, 'print("Ada")', "print(eval('1'))", f"{SOLUTION}:1: `eval` is not used in lessons. Find another way to say it."),
        (SOLUTION, 'print("Ada")', "import os\nos.system('x')", f"{SOLUTION}:2: `os.system` is not used in lessons. Find another way to say it."),
        (f"{WRITE}/mistakes/small.py", 'print("ada")', "exec('1')", f"{WRITE}/mistakes/small.py:2: `exec` is not used in lessons. Find another way to say it."),
        (f"{WRITE}/mistakes/small.py", "letter-case", "-case-", f"{WRITE}/mistakes/small.py:1: `-case-` is not the name of a diagnosis. The guide has a list of them."),
    ],
)  # fmt: skip
def test_a_gate_says_what_to_mend_with_file_and_line(small_pack, name, old, new, said):
    small_pack.change(name, old, new)
    assert said in small_pack.problems()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PAGE, "Python shows it.", lines(16)),
        (PAGE, "Python shows it.", lines(8, "- " + "abc " * 16 + "d")),
        (PAGE, '    print("Hi")', "    " + "x" * 56),
        (PAGE, "# Print shows text", "# " + "x" * 50),
        (PAGE, "Python shows it.", "go " * 20),
        (PAGE, "Python shows it.", "Type `\u00e9` here.\n\n    print('\u00e9')"),
        (PAGE, "Python shows it.", "An escape sequence. It adjusts the uneasy person. Population of Peru."),
        (PAGE, "**text**", "**Text**"),
        (PAGE, "Python shows it.", "\n---\n".join(["Go on."] * 11)),
        (PAGE, "Python shows it.", "\n---\n".join([EASY_36] * 10 + ["a. " * 80])),
        (LESSON_TOML, '"Print text"', f'"{"x" * 50}"'),
        (GLOSSARY, "Letters in quotes.", "a " * 20),
        (TASK, "Print the name `Ada`.", lines(8)),
        (TASK, "Text needs quotes.", "a. " * 35),
        (CHECKS, 'message = "Print the name."\n', ""),
        (SOLUTION, 'print("Ada")', "#" * 60),
        (SOLUTION, 'print("Ada")', "import html.parser, math\nfrom os import path\nfrom . import socket"),
        (SOLUTION, 'print("Ada")', "socket = 1\nprint(os.path)"),
        (SOLUTION, 'print("Ada")', "print(import socket"),
        (SOLUTION, 'print("Ada")', r"print('\d')"),
        (f"{WRITE}/mistakes/small.py", "letter-case", "wrong-brackets"),
        (f"{WRITE}/mistakes/small.py", 'print("ada")', "simply"),
    ],
)  # fmt: skip
def test_what_is_just_within_a_gate_passes(small_pack, name, old, new):
    assert small_pack.change(name, old, new).problems() == []


def test_a_lesson_needs_an_exercise(small_pack):
    small_pack.move(WRITE, "../w").move(PREDICT, "../p")
    assert small_pack.problems() == [f"{LESSON_TOML}: There is no exercise in this lesson. Add one."]


def test_an_exercise_needs_two_known_mistakes(small_pack):
    (small_pack.folder / WRITE / "mistakes/bare.py").unlink()
    assert small_pack.problems() == [f"{WRITE}/mistakes: The exercise has 1 of 2 known mistakes. Add what is missing."]


def test_a_term_may_be_bold_in_a_task(small_pack):
    small_pack.change(PAGE, "**text**", "text").change(TASK, "Print the name", "Print the **text**")
    assert small_pack.problems() == []


def test_the_answer_that_is_not_known_yet_counts_like_the_longest_other(small_pack):
    small_pack.write(f"{PREDICT}/program.py", "print(1)\n" * 8)
    assert small_pack.problems() == []  # 1 task, 1 empty, 8 program, 1 empty, 3 answers
    small_pack.change(QUESTION, '"hi"', '"hi\\nhi\\nhi"')
    assert small_pack.problems() == []  # 1 + 1 + 8 + 1 + 1 + 3 + 3 = 18
    small_pack.write(f"{PREDICT}/program.py", "print(1)\n" * 9)
    assert small_pack.problems() == [f"{QUESTION}:15: Task, program and answers have 19 lines. 18 fit."]


def test_readme_and_spanish_are_not_read_for_english(small_pack):
    small_pack.write("README.md", "It is easy.").write(f"{LESSON}/1-print-shows-text.es.md", "# S\u00ed\n\nFatal.\n")
    assert small_pack.problems() == []


def test_grades_and_plain_signs_are_for_english(small_pack):
    small_pack.change("pack.toml", '"en"', '"es"').change(PAGE, "Python shows it.", f"\u00bf{HARD}? {HARD} {HARD}")
    small_pack.change(TASK, "Text needs quotes.", HARD)
    assert small_pack.problems() == []


def test_problems_come_by_file_and_line(small_pack):
    small_pack.change(PAGE, "Python shows it.", "Just.\nEasy.").change("pack.toml", "Ana", "Just Ana")
    assert [said.split(" ")[0] for said in small_pack.problems()] == [f"{PAGE}:9:", f"{PAGE}:10:", "pack.toml:5:"]

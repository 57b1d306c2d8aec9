"""A person's walks through the tutor, by keys alone, on the screen they would see."""

import re

import pytest

from sync import Journal, PageRead, Roster

ALPHABET = re.compile(r"[\x20-\x7e─│┌┐└┘•\n]*")


async def to_greet(me):
    await me.sign_up()
    await me.press("enter")
    await me.sees("Python has print")
    await me.press("enter")
    await me.sees("A second screen")
    await me.press("enter")
    await me.sees("3  23")  # the choices are there, not the program alone
    await me.press("enter")
    await me.sees("prints:")
    await me.press("enter")
    await me.sees("Greet")


def test_from_the_first_key_to_a_passed_exercise(at_keyboard, home):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type('name = input("Who? ")\nprint("Hello, " + name)\n')
        await me.press("f5")
        await me.sees("The program waits")
        assert "Who?" in me.screen
        await me.type("Ada\n")
        await me.sees("the program has ended")
        assert "Who? Ada\n Hello, Ada" in me.screen
        await me.press("f6")
        screen = await me.sees("0 of 1 checks pass")
        for part in (
            "NOT YET  greets Ada",
            "What was typed:",
            "Your program printed:",
            "What is wanted:",
            "Hello, Ada!",
        ):
            assert part in screen
        await me.press("enter")
        await me.sees("Greet")
        await me.press("up", "end", "left")
        await me.type(' + "!"')
        await me.press("f6")
        await me.sees("All checks pass")
        await me.press("enter")
        await me.sees("Type it")

    at_keyboard(steps)
    roster = Roster(home)
    learner = roster.learners()[0]
    with Journal.open(roster.learner_folder(learner.id), learner.id) as journal:
        whats = [event.what for event in journal.events()]
        assert [what.page for what in whats if isinstance(what, PageRead)] == [
            "small/first/begin/words#1",
            "small/first/begin/words#2",
        ]
        verdicts = [what.verdict for what in whats if hasattr(what, "verdict") and what.exercise.endswith("greet")]
        assert verdicts == ["not_yet", "passed"]


def test_signing_out_and_in_again_stands_on_the_same_half_written_program(at_keyboard):
    async def first(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("half writ")
        await me.press("f10")
        await me.sees("Sign out")
        await me.press("end", "enter")
        await me.pilot.pause(0.5)
        return me.app.return_code

    async def second(me):
        await me.sign_in()
        await me.sees("Go on: Begin, 4 of 5")
        await me.press("enter")
        await me.sees("half writ")
        await me.type("ten")
        await me.sees("half written")

    assert at_keyboard(first) == 75
    at_keyboard(second)


def test_a_prediction_shows_what_is_printed_and_why(at_keyboard):
    async def steps(me):
        await me.sign_up()
        for _ in range(3):
            await me.press("enter")
        await me.sees("2 + 3")
        screen = me.screen
        row = next(line for line in screen.split("\n") if line.rstrip().endswith("  2 + 3"))
        await me.press(re.search(r"\d", row)[0])
        screen = await me.sees("Not quite. It prints:")
        assert "There are no quotes, so Python adds." in screen
        await me.press("enter")
        await me.sees("Greet")

    at_keyboard(steps)


def test_a_typed_prediction_may_have_more_than_one_line(at_keyboard):
    async def steps(me):
        await to_greet(me)
        await me.press("f10", "8")
        await me.sees("Type it")
        await me.press("f6")
        await me.sees("A guess is fine")
        await me.type("a\nb")
        await me.press("f6")
        await me.sees("Yes. That is what it prints:")
        await me.press("enter")
        await me.sees("You have come to the end of: A small pack.")
        await me.press("enter")
        await me.sees("What would you like to do?")

    at_keyboard(steps)


def test_hints_come_one_at_a_time(at_keyboard):
    async def steps(me):
        await to_greet(me)
        for number in (1, 2, 3, 3):
            await me.press("f7")
            screen = await me.sees(f"Hint {number}")
            assert f"Hint {number + 1}" not in screen
            await me.press("enter")
        await me.sees("Greet")

    at_keyboard(steps)


@pytest.mark.parametrize("stop", ["escape", "ctrl+c"])
def test_a_program_without_end_can_be_stopped_and_the_tutor_goes_on(at_keyboard, stop):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("while True: pass")
        await me.press("f5")
        await me.sees("the program runs")
        await me.pilot.pause(0.3)
        await me.press(stop)
        await me.sees("You stopped the program")
        await me.press("f8")
        await me.press("f5")
        await me.sees("printed nothing")

    at_keyboard(steps)


def test_a_program_reads_the_files_of_its_exercise_and_the_screen_says_when_it_sleeps(at_keyboard, small_pack):
    files = small_pack / "01-first" / "01-begin" / "3-greet" / "files"
    files.mkdir()
    (files / "menu.txt").write_text("corn\nrice\n")

    async def steps(me):
        await to_greet(me)
        await me.press("f10")
        await me.sees("See the files that come with it")
        await me.press("7")
        await me.sees("menu.txt")
        assert "corn" in me.screen
        await me.press("enter")
        await me.sees("Greet")
        await me.press("ctrl+end")
        await me.type("import time\nprint(open('menu.txt').read())\ntime.sleep(1.5)\nprint('done')")
        await me.press("f5")
        await me.sees("Output: the program sleeps for 1.5 s")
        assert "rice" in me.screen
        await me.sees("the program has ended")
        assert "done" in me.screen

    at_keyboard(steps)


def test_a_check_can_be_stopped_and_nothing_is_recorded(at_keyboard, home):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("while True: pass")
        await me.press("f6")
        await me.sees("Stop the check")
        await me.pilot.pause(0.3)
        await me.press("escape")
        await me.sees("The check was stopped. Nothing was graded.")
        assert not me.app.session.progress().of("small/first/begin/greet").attempts

    at_keyboard(steps)


def test_signing_out_in_the_middle_of_a_check_records_nothing(at_keyboard, home):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("while True: pass")
        await me.press("f6")
        await me.sees("Stop the check")
        await me.press("f10", "end", "enter")
        await me.pilot.pause(1.0)

    at_keyboard(steps)
    roster = Roster(home)
    learner = roster.learners()[0]
    with Journal.open(roster.learner_folder(learner.id), learner.id) as journal:
        assert not journal.progress().of("small/first/begin/greet").attempts


def test_stopping_while_it_waits_for_an_answer(at_keyboard):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type('input("Who? ")')
        await me.press("f5")
        await me.sees("The program waits")
        await me.press("escape")
        await me.sees("You stopped the program")
        assert "#asking" and not me.app.screen.query_one("#asking").display
        await me.type("x")
        assert me.app.screen.query_one("Editor").text.endswith("x")

    at_keyboard(steps)


def test_an_error_message_is_plain_words_first_and_the_cursor_goes_there(at_keyboard):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("print(1)\nPrint(2)\nprint(3)")
        await me.press("f5")
        screen = await me.sees("Capital letters matter")
        assert "Line 3:" in screen
        assert me.app.screen.query_one("Editor").cursor_location[0] == 2

    at_keyboard(steps)


def test_what_a_program_prints_never_reaches_the_terminal_raw(at_keyboard):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type(r'print("\x1b[2J\x07[red]x[/] \u202e \ud800 \x9b")')
        await me.press("f5")
        await me.sees("the program has ended")
        assert "[red]x[/]" in me.screen
        assert ALPHABET.fullmatch(me.screen), [c for c in me.screen if not ALPHABET.fullmatch(c)]

    at_keyboard(steps)


def test_esc_twenty_times_ends_at_home_and_loses_nothing(at_keyboard):
    async def steps(me):
        await to_greet(me)
        await me.press("ctrl+end")
        await me.type("kept")
        for _ in range(20):
            await me.press("escape")
        await me.sees("What would you like to do?")
        await me.press("enter")
        for _ in range(3):
            await me.press("enter")
        await me.sees("2 + 3")
        await me.press("f10", "1")
        await me.sees("kept")

    at_keyboard(steps)


def test_a_pin_that_does_not_fit_says_what_to_do_and_after_five_there_is_a_wait(at_keyboard):
    async def first(me):
        await me.sign_up()

    async def second(me):
        await me.sign_in(pin="9999")
        await me.sees("not the numbers for this name")
        await me.type("12\n")
        await me.sees("Type all 4")
        for _ in range(4):
            await me.type("8888\n")
            await me.pilot.pause(0.3)
        await me.sees("Please wait")
        await me.type("1234\n")
        await me.sees("Please wait")
        assert me.app.session is None

    at_keyboard(first)
    at_keyboard(second)


def test_two_names_that_are_the_same_are_refused_in_words(at_keyboard):
    async def steps(me):
        await me.sign_up()

    async def again(me):
        await me.sees("Ada")
        await me.press("end", "enter")
        await me.type("ada\n")
        await me.type("1111\n")
        await me.type("1111\n")
        await me.sees("in the list already")

    at_keyboard(steps)
    at_keyboard(again)


def test_a_learner_who_is_signed_in_elsewhere_hears_it(at_keyboard, home):
    async def first(me):
        await me.sign_up()

    async def second(me):
        await me.sign_in()
        screen = await me.sees("another")
        assert "What would you like" not in screen

    at_keyboard(first)
    roster = Roster(home)
    learner = roster.learners()[0]
    with Journal.open(roster.learner_folder(learner.id), learner.id):
        at_keyboard(second)


SCREENS = ["sign-in", "name", "home", "page", "predict", "exercise", "result", "menu", "hints", "help"]


@pytest.mark.parametrize("size", [(80, 24), (64, 24), (120, 40)])
def test_every_screen_fits_uses_letters_a_console_has_and_shows_its_keys(at_keyboard, size):
    async def steps(me):
        async def look():
            await me.pilot.pause(0.2)
            rows = me.screen.split("\n")
            assert len(rows) == size[1]
            assert ALPHABET.fullmatch(me.screen)
            assert all(len(row) <= size[0] for row in rows)
            keys = me.app.screen.KEYS
            bar = me.app.screen.query_one("KeyBar").keys or keys
            assert all(key in rows[-1] and word in rows[-1] for key, word in bar), rows[-1]

        await look()
        await me.press("f1")
        await look()
        await me.press("escape")
        await me.sign_up()
        await look()
        await me.press("enter")
        await look()
        await me.press("enter", "enter")
        await me.sees("2 + 3")
        await look()
        await me.press("enter")
        await me.sees("prints:")
        await look()
        await me.press("enter")
        await me.sees("Greet")
        await look()
        for key in ("f1", "f2", "f3", "f7", "f10"):
            await me.press(key)
            await look()
            await me.press("escape")
        await me.press("f6")
        await me.sees("checks pass")
        await look()

    at_keyboard(steps, size)


def test_the_editor_knows_pythons_habits(at_keyboard):
    async def steps(me):
        await to_greet(me)
        editor = me.app.screen.query_one("Editor")
        await me.press("f10", "7")
        await me.press("ctrl+end")
        await me.type("if x:\n")
        assert editor.cursor_location == (2, 4)
        await me.press("backspace")
        assert editor.cursor_location == (2, 0)
        await me.type("\ta")
        assert editor.text.endswith("if x:\n    a")
        await me.press("f8", "f8", "f8", "f8")
        before = editor.text
        await me.press("f10", "7")
        assert editor.text == "# write here\n"
        await me.press("f8")
        assert editor.text == before
        await me.type("q")
        for key in ("f6", "escape"):
            await me.press(key)
            await me.pilot.pause(0.6)
        assert "q" in editor.text

    at_keyboard(steps)


def test_tab_and_shift_tab_move_lines_and_delete_nothing(at_keyboard):
    async def steps(me):
        await to_greet(me)
        editor = me.app.screen.query_one("Editor")
        await me.press("ctrl+end")
        await me.type("one\ntwo")
        await me.press("shift+up", "shift+home", "tab")
        assert editor.text == "# write here\n    one\n    two"
        await me.press("shift+tab")
        assert editor.text == "# write here\none\ntwo"

    at_keyboard(steps)

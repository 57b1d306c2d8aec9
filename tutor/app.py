"""The app: which screen is up. What a screen shows and does is its own affair."""

from __future__ import annotations

import asyncio
import codecs
import os
import re
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.drivers import linux_driver
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme

from sync import Learner, Roster, SyncError

from .home import Home
from .screens.messages import GoHome, OpenCard, SignOut
from .screens.sign_in import SignInScreen

if TYPE_CHECKING:
    from .session import Session

SIGNED_OUT = 75
"""Return code that asks for a fresh start: nothing of one learner is left in memory for the next."""

NOT_READY = 76
"""Return code that asks for the sandbox to be prepared: what is there is of an older version."""

CRASHED = 70
"""Return code after a fault of ours: it is in the log, and the tutor starts again."""

TUTOR16 = Theme(
    name="tutor16",
    ansi=True,
    dark=True,
    primary="ansi_cyan",
    secondary="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables=dict(BUILTIN_THEMES["ansi-dark"].variables),
)

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class OnlyText(LineFilter):
    """The last wall before the terminal: no control character of any text gets through, whoever drew it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Replace what is not text."""
        return [
            Segment(_UNSAFE.sub("?", segment.text), segment.style)
            if not segment.control and _UNSAFE.search(segment.text)
            else segment
            for segment in segments
        ]


class TutorApp(App[None]):
    """Shows one screen after another for one learner, from signing in to signing out."""

    CSS_PATH = "tutor.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "nothing", show=False, priority=False),
    ]

    def __init__(self, home: Home) -> None:
        super().__init__(ansi_color=True)
        self.register_theme(TUTOR16)
        self.theme = "tutor16"
        self.animation_level = "none"
        self._filters.append(OnlyText())
        self._home = home
        self._roster = Roster(home.folder)
        self.session: Session | None = None

    def _set_pointer_shape(self, shape: str) -> None:
        """There is no mouse; the sequence for its shape is noise on a plain terminal."""

    def action_nothing(self) -> None:
        """Ctrl+C and Ctrl+Q do nothing: the way out is in the menu."""

    async def action_quit(self) -> None:
        """There is no key that ends the tutor."""

    def on_mount(self) -> None:
        """Begin with the list of names; end well when the power button or the terminal says so."""
        self._listen_to_signals()
        self.push_screen(SignInScreen(self._roster, self.sign_in))
        self.set_timer(0.3, self._load_the_rest)

    @work(thread=True)
    def _load_the_rest(self) -> None:
        """Load what the first screen does not need while somebody reads it."""
        from grader import SandboxError, is_prepared  # noqa: PLC0415  (so that the first screen is there sooner)

        from .screens import exercise, predict  # noqa: F401, PLC0415

        try:
            if not is_prepared(self._home.sandbox):
                self.call_from_thread(self.exit, return_code=NOT_READY)
        except SandboxError as error:
            self.call_from_thread(self.exit, return_code=2, message=str(error))

    def _listen_to_signals(self) -> None:
        if sys.platform == "win32" or self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_now)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    def _end_now(self) -> None:
        from .screens.cards import CardScreen  # noqa: PLC0415  (so that the first screen is there sooner)

        for screen in self.screen_stack:
            if isinstance(screen, CardScreen):
                screen.before_leaving()
        self.close_session()
        self.exit(return_code=0)

    def close_session(self) -> str:
        """Save everything; what could not be saved, as a sentence, or ""."""
        session, self.session = self.session, None
        said = ""
        if session:
            try:
                session.close()
            except SyncError as error:
                said = str(error)
        return said

    def sign_in(self, learner: Learner) -> str:
        """Open a learner's session and go home; why it can't be done, or ""."""
        from .screens.home import HomeScreen  # noqa: PLC0415  (so that the first screen is there sooner)
        from .session import SessionError, open_session  # noqa: PLC0415

        try:
            self.session = open_session(self._home, self._roster, learner)
        except (SyncError, SessionError) as error:
            return str(error)
        self.push_screen(HomeScreen(self.session))
        return ""

    def on_open_card(self, _message: OpenCard) -> None:
        """Show the card the learner stands on, in place of another card."""
        from .screens.cards import CardScreen, screen_of  # noqa: PLC0415  (so that the first screen is there sooner)

        if self.session is None:
            return
        screen = screen_of(self.session)
        if isinstance(self.screen, CardScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def on_go_home(self, _message: GoHome) -> None:
        """Leave the cards."""
        from .screens.cards import CardScreen  # noqa: PLC0415  (so that the first screen is there sooner)

        if isinstance(self.screen, CardScreen):
            self.pop_screen()

    def on_sign_out(self, _message: SignOut) -> None:
        """Save everything and start afresh for the next learner."""
        said = self.close_session()
        self.exit(return_code=SIGNED_OUT, message=said or None)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: write it to the log for staff, show no inner workings, and start again."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        note_fault(self._home, error)
        try:
            self.close_session()
        finally:
            self._return_code = CRASHED
            self._close_messages_no_wait()


def note_fault(home: Home, error: BaseException) -> None:
    """Write a fault of ours to the log. What a learner typed is not in it: local values are left out."""
    try:
        with home.log.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"--- {time.strftime('%Y-%m-%d %H:%M:%S')}\n")
            log.write("".join(traceback.format_exception(getattr(error, "error", error))))
    except OSError:
        return


def open_tutor(home: Home) -> int:
    """Run the app until somebody signs out or it is ended; the exit status."""
    forgive_bad_bytes()
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    started = time.monotonic()
    app = TutorApp(home)
    app.run(mouse=False)
    code = app.return_code or 0
    if code not in (SIGNED_OUT, CRASHED):
        return code
    if code == CRASHED:
        sys.stderr.write(f"The tutor had to stop. Your work is saved. Staff find the reason in {home.log}.\n")
        if time.monotonic() - started < 10:
            return CRASHED
    start_again()
    return code


def start_again() -> None:
    """Become this same program afresh. Keys that stop programs do nothing until its screen is up."""
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            signal.signal(number, signal.SIG_IGN)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-I", "-m", "tutor"])  # noqa: S606


def forgive_bad_bytes() -> None:
    """Two things textual's keyboard thread does not forgive, mended where it decodes what it has read.

    A byte that is not UTF-8 would end the tutor: it becomes a question mark. Nothing at all to read means
    that the terminal is gone, and the thread would go round without end: it is told as a hang-up, once.
    """
    linux_driver.getincrementaldecoder = lambda encoding: KeyDecoder  # type: ignore[attr-defined, assignment]


class KeyDecoder:
    """Decodes what comes from the keyboard, as `codecs.getincrementaldecoder` gives it to textual."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._gone = False

    def decode(self, typed: bytes, final: bool = False) -> str:  # noqa: FBT001, FBT002  (the shape textual calls)
        """The text of some bytes."""
        if not typed and not final:
            if not self._gone:
                os.kill(os.getpid(), signal.SIGHUP)
            self._gone = True
            time.sleep(0.2)
        return self._decode(typed, final=final)

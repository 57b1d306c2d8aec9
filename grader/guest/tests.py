"""Real pytest inside the sandbox: prepared when the component is built, run once per job."""

import importlib
import os
import pathlib
import pkgutil
import sys
import traceback
import warnings

import _pytest
import pytest
from _pytest.config import Config, _prepareconfig

from . import examiner, plain
from .errors import describe
from .likeness import FACTS
from .wire import ProtocolError

OFF = (
    "cacheprovider faulthandler logging tmpdir debugging unraisableexception threadexception "
    "terminal junitxml pastebin stepwise setuponly setupplan pytester doctest"
).split()

_prepared: Config | None = None


def prepare() -> None:
    """Import all of pytest and read its configuration once."""
    global _prepared
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for module in pkgutil.walk_packages(_pytest.__path__, "_pytest."):
            try:
                importlib.import_module(module.name)
            except ImportError:
                continue
    off = [part for name in OFF for part in ("-p", f"no:{name}")]
    here = os.path.dirname(__file__)
    settings = os.path.join(here, "pytest.ini")
    _prepared = _prepareconfig(["--capture=sys", "--rootdir", here, "-c", settings, *off, here])
    # Options of the plugins that are off, which others still ask for.
    _prepared.option.usepdb = _prepared.option.trace = False


class _Recorder:
    """A pytest plugin that writes down what happened to each test."""

    def __init__(self, program: str) -> None:
        self._program = program
        self.tests: dict[str, dict] = {}
        self.problems: list[dict] = []
        self._compared: tuple[str, str, str] | None = None
        self._folders = 0

    @pytest.fixture
    def tmp_path(self, request):
        """A folder of the test's own, as pytest's; it is below the private folder of the check."""
        self._folders += 1
        folder = pathlib.Path(f"/work/{request.node.name[:30]}{self._folders}")
        folder.mkdir()
        return folder

    @pytest.hookimpl(tryfirst=True)
    def pytest_assertrepr_compare(self, op, left, right):
        self._compared = (op, plain.shown(left), plain.shown(right))

    def pytest_itemcollected(self, item) -> None:
        doc = getattr(getattr(item, "obj", None), "__doc__", None) or ""
        self.tests[item.nodeid] = {
            "id": item.nodeid,
            "doc": doc.strip().split("\n\n")[0],
            "parameters": getattr(getattr(item, "callspec", None), "id", None),
            "phases": {},
            "message": "",
        }

    def pytest_runtest_setup(self, item) -> None:
        self._compared = None

    def pytest_exception_interact(self, node, call, report) -> None:
        if isinstance(report, pytest.CollectReport):
            error = call.excinfo.value
            self._problem(node.nodeid, error if _facts_of(error) else error.__cause__ or error)

    def pytest_internalerror(self, excinfo) -> None:
        self._problem("", excinfo.value)

    def _problem(self, where: str, error: BaseException) -> None:
        facts = _facts_of(error) or describe(error, self._program)
        self.problems.append({"where": where, "error": facts})

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item, call):
        outcome = yield
        report = outcome.get_result()
        entry = self.tests[item.nodeid]
        if report.failed and call.excinfo is not None and not entry["message"]:
            entry["error"] = call.excinfo.typename
            entry["facts"] = _facts_of(call.excinfo.value)
            entry["message"] = _crash_message(report, call)
            if self._compared:
                entry["op"], entry["left"], entry["right"] = self._compared

    def pytest_runtest_logreport(self, report) -> None:
        entry = self.tests.setdefault(report.nodeid, {"id": report.nodeid, "doc": "", "phases": {}, "message": ""})
        phases = entry["phases"]
        # Subtests report "call" too: one that did not pass must not be covered by a later one that did.
        if phases.get(report.when, "passed") == "passed":
            phases[report.when] = report.outcome
        if report.failed and not entry["message"]:
            entry["message"] = str(getattr(report, "longreprtext", ""))[-2000:]


def _facts_of(error: BaseException) -> dict | None:
    """What the learner's guest said of an error that came from there."""
    return getattr(error, "__dict__", {}).get(FACTS)


def _crash_message(report, call) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash else call.excinfo.value)[:2000]


FOLDER = "/tests"
"""Where the tests and their own modules are; nothing can be changed there."""


def run(job: dict) -> dict:
    """Collect and run the test files; every test's phases, texts and compared values."""
    config, module = _prepared, job["module"]
    paths = sorted(pathlib.Path(FOLDER).glob("test_*.py"))
    sys.path.insert(0, FOLDER)
    link = None
    if job["kind"] == "examine":
        link = examiner.begin(module, job["code"], [path.read_text() for path in paths], mutates=job["mutates"])
    config.args = list(map(str, paths))
    config._rootpath = pathlib.Path(FOLDER)
    config.invocation_params = Config.InvocationParams(args=(), plugins=(), dir=pathlib.Path("/work"))
    recorder = _Recorder(f"/work/{module}.py")
    config.pluginmanager.register(recorder, "recorder")
    try:
        status = config.hook.pytest_cmdline_main(config=config)
    except SystemExit:
        return {"ending": "exited"}
    except ProtocolError as broken:
        return {"ending": "died", "why": str(broken)}
    except BaseException as fault:
        return {"ending": "fault", "why": "".join(traceback.format_exception(fault))[-3000:]}
    finally:
        config._ensure_unconfigure()
    if link and link.broken:
        return {"ending": "died", "why": link.broken}
    return {
        "ending": "finished",
        "status": int(status),
        "tests": list(recorder.tests.values()),
        "problems": recorder.problems,
    }

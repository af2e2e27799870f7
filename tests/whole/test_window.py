"""The whole program on a screen, with mouse and keyboard: in a demo, and when PostgreSQL goes away."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.widgets.two_line_list import VALUE
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from tests.language.hands import Person
from tests.language.postgres import cluster
from tests.language.program import Program
from tests.language.screen import screen, tray

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb and xdotool are Linux's"),
    pytest.mark.timeout(300),
]
OPTION = ("gim-etl", "days-to-keep-gim-facts")


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with screen() as environment, tray(environment):
        yield environment


def _command(act: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "tests.language.hands", f"{__name__}:{act}", *words]


def _environment(display: dict[str, str], **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("GIM_MANAGER_DB", "WAYLAND_DISPLAY")}
    return kept | display | {"GIM_MANAGER_LANGUAGE": "en", "PYTHONPATH": os.getcwd()} | more


def test_a_person_works_with_a_demo(display: dict[str, str], tmp_path: Path) -> None:
    made = tmp_path / "demo"
    words = ("--profile", str(tmp_path / "profile"), "demo", "--dir", str(made), "--days", "2", "--agents", "6",
             "--calls-per-day", "60")  # fmt: skip
    done = subprocess.run(
        _command("works_with_a_demo", *words), env=_environment(display), cwd=tmp_path, capture_output=True, text=True,
        timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (mart,) = made.glob("info_mart.sqlite")
    asked = Program(db=f"sqlite:///{mart}", profile=tmp_path / "profile")
    assert asked.json("options", "get", *OPTION)["value"] == "123"
    assert asked.json("jobs", "--status", "Running")["runs"] == []


def works_with_a_demo(person: Person) -> None:
    """Run a job, watch it, stop one, re-aggregate, edit an option, close to the tray, come back, quit."""
    person.waits(
        lambda: person.window.workplace and person.window.open_workplace.is_painted(), "the demo's window", 120
    )
    maintained = _runs(person, Job.MAINTAIN)
    person.waits(lambda: _run(person, maintained).status is Status.COMPLETE, "the end of the maintenance")
    _stops_the_aggregation(person)
    today = person.window.session.mart.now().date()
    rebuilt = _runs(person, Job.AGGREGATE, f"-insertPendingAgg H_QUEUE-HOUR:{today - timedelta(days=1)}:{today}")
    person.waits(lambda: _run(person, rebuilt).status is Status.COMPLETE, "the end of the re-aggregation")
    _edits_an_option(person)
    _goes_to_the_tray_and_comes_back(person)
    person.presses("ctrl+q")
    dialog = person.sees(ClosingDialog)
    person.clicks(dialog.quit)
    person.waits(lambda: person.has_left, "the end")


def _runs(person: Person, job: Job, parameters: str = "") -> int:
    """By the toolbar; the number of the run."""
    before = {run.id for run in person.runs(job)}
    dialog = person.opens("run", RunJobDialog)
    place = next(row for row in range(dialog.jobs.count()) if dialog.jobs.item(row).data(VALUE).job is job)
    person.clicks(dialog.jobs.viewport(), dialog.jobs.visualItemRect(dialog.jobs.item(place)))
    if parameters:
        person.writes(dialog.parameters, parameters)
    person.clicks(dialog.run)
    person.sees_no(RunJobDialog)
    person.waits(lambda: {run.id for run in person.runs(job, asked_here=True)} - before, f"a run of {job}")
    return max(run.id for run in person.runs(job, asked_here=True))


def _run(person: Person, number: int) -> Run:
    table = person.window.open_workplace.jobs.model
    shown = (table.run_at(row) for row in range(table.rowCount()))
    return next(run for run in shown if run is not None and run.id == number)


def _stops_the_aggregation(person: Person) -> None:
    jobs = person.window.open_workplace.jobs
    person.waits(lambda: _running(person), "an aggregation at work")
    number = _running(person)[0].id
    row = next(row for row in range(jobs.model.rowCount()) if (run := jobs.model.run_at(row)) and run.id == number)
    person.clicks(jobs.table.viewport(), jobs.table.visualRect(jobs.model.index(row, 1)))
    person.presses("ctrl+k")
    dialog = person.sees(StopJobDialog)
    person.writes(dialog.reason, "for a look")
    person.clicks(dialog.stop)
    person.sees_no(StopJobDialog)
    person.waits(lambda: _run(person, number).status is Status.STOPPED, "the stop")
    assert _run(person, number).reason == "for a look"


def _running(person: Person) -> list[Run]:
    return [run for run in person.runs(Job.AGGREGATE) if run.status is Status.RUNNING and not run.is_reaggregation]


def _edits_an_option(person: Person) -> None:
    workplace = person.window.open_workplace
    place = next(tab for tab in range(workplace.tabs.count()) if workplace.tabs.tabText(tab) == "Options")
    person.clicks(workplace.tabs, workplace.tabs.tabRect(place))
    page = workplace.options
    person.waits(lambda: page.isVisible() and page.desk.sheet.stored, "the options")
    person.writes(page.top.search, OPTION[1])
    person.waits(lambda: _fields(page.stack), "the option that was searched for")
    (field,) = _fields(page.stack)
    person.writes(field, "123")
    person.clicks(page.bar.apply)
    person.waits(lambda: not page.desk.sheet.drafts, "the change applied")
    person.clicks(workplace.tabs, workplace.tabs.tabRect(0))


def _fields(stack: object) -> list[QLineEdit]:
    found = stack.findChildren(QLineEdit)  # type: ignore[attr-defined]
    return [field for field in found if field.isVisible() and OPTION[1] in field.accessibleName()]


def _goes_to_the_tray_and_comes_back(person: Person) -> None:
    person.waits(lambda: person.window.tray.is_there, "an icon in the tray")
    person.presses("ctrl+q")
    dialog = person.sees(ClosingDialog)
    person.clicks(dialog.tray)
    person.waits(person.window.isHidden, "the window gone")
    person.clicks_at(person.window.tray._icon.geometry().center())
    person.waits(person.window.isVisible, "the window back")


def test_a_window_gets_over_a_postgresql_that_goes_and_comes_back(display: dict[str, str], tmp_path: Path) -> None:
    with cluster() as server, server.database("away") as url:
        asked = Program(db=url, profile=tmp_path / "profile")
        assert asked.call("init").code == 0
        words = ("--profile", str(tmp_path / "profile"), "gui")
        with asked.begun("serve"), subprocess.Popen(
            _command("works_while_postgresql_is_away", *words), env=_environment(display, GIM_MANAGER_DB=url),
            cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as window:  # fmt: skip
            assert window.stdout and window.stdout.readline() == "attached\n"
            server.restart()
            _, said = window.communicate(timeout=200)
            assert window.returncode == 0, said
        assert [run["status"] for run in asked.json("jobs", "--job", Job.MAINTAIN)["runs"]] == ["Complete"]


def works_while_postgresql_is_away(person: Person) -> None:
    """See that the connection is lost, and that it is back; then run a job."""
    person.waits(lambda: person.window.workplace and person.window.open_workplace.is_painted(), "the window")
    workplace = person.window.open_workplace
    sys.stdout.write("attached\n")
    sys.stdout.flush()
    person.waits(lambda: workplace.session.freshness.is_lost and workplace.banner.isVisible(), "that it is lost")
    assert not person.action("run").isEnabled()
    person.waits(lambda: not workplace.session.freshness.is_lost and workplace.is_painted(), "that it is back")
    maintained = _runs(person, Job.MAINTAIN)
    person.waits(lambda: _run(person, maintained).status is Status.COMPLETE, "the end of the maintenance", 120)
    person.presses("ctrl+q")
    person.waits(lambda: person.has_left, "the end")

"""Every screen of the window in one colour scheme, over values that show every state at once: FOLDER SCHEME [FONT]."""

import atexit
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

import dialog_screens  # noqa: E402
from PySide6.QtCore import QElapsedTimer, QEventLoop, QItemSelectionModel, QPoint, QSize, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from gim_manager.desktop.bridge import Bridge  # noqa: E402
from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog  # noqa: E402
from gim_manager.desktop.dialogs.work_dialog import WorkDialog  # noqa: E402
from gim_manager.desktop.pages.details import LOG, STEPS, WHY  # noqa: E402
from gim_manager.desktop.pages.timeline_page import TimelinePage  # noqa: E402
from gim_manager.desktop.program import Program  # noqa: E402
from gim_manager.desktop.session import Session  # noqa: E402
from gim_manager.desktop.window import MainWindow  # noqa: E402
from gim_manager.domain.address import Tls  # noqa: E402
from gim_manager.domain.channel import Channel  # noqa: E402
from gim_manager.domain.decide import Answer, Prediction  # noqa: E402
from gim_manager.domain.errors import Unreachable  # noqa: E402
from gim_manager.domain.job import Job  # noqa: E402
from gim_manager.domain.one_by_one import OneByOne, Step  # noqa: E402
from gim_manager.domain.run import LogLine  # noqa: E402
from gim_manager.presenters import leaving, option_plan, words  # noqa: E402
from gim_manager.presenters.language import tr  # noqa: E402
from gim_manager.presenters.time_span import Unit, seconds_of, span_of  # noqa: E402
from gim_manager.usecases.one_by_one import Stand  # noqa: E402
from tests.language.fake_health import LONG  # noqa: E402
from tests.language.fake_window import NOW, REQUEST, FakeMart, wall  # noqa: E402

PATIENCE_MS = 30_000
NEAR = datetime(2027, 3, 20, 9, 47, 12, tzinfo=UTC)
"""Before the clocks change in Berlin."""
SETTLING = 5
USUAL, NARROW, LEAST = QSize(1360, 860), QSize(1024, 700), QSize(640, 440)
SHADE = QColor(0, 0, 0, 70)


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not until():
        if clock.elapsed() > PATIENCE_MS:
            raise TimeoutError("the window did not come to rest")
        turn = QEventLoop()
        QTimer.singleShot(20, turn.quit)
        turn.exec()


class Studio:
    """One window, brought into one state after the other."""

    def __init__(self, folder: Path, scheme: str, font: str | None) -> None:
        self._folder, self._scheme = folder, scheme
        if font:
            QApplication(["screens"]).setFont(QFont(font, 9))
        profile = Path(tempfile.mkdtemp(prefix="gim-screens-"))
        atexit.register(shutil.rmtree, profile, ignore_errors=True)
        self._program = Program(profile, hosts=False)
        self._window: MainWindow = self._program.window
        self._window.remembers = False
        self._resize(USUAL)
        self._window.show()
        self._mart = FakeMart()

    def _resize(self, size: QSize) -> None:
        """Whoever reads the screens keeps within theirs (tests/language/window_reader.py)."""
        self._window.resize(size)

    def photograph(self) -> None:
        """All screens, in the order of the guide."""
        self._save("first-start")
        self._opening()
        for name, dialog in dialog_screens.without_mart(self._program, self._window):
            self._show(name, dialog)
        self._connections()
        session = Session(self._mart, Bridge(self._program.loop))
        self._window.show_session(session)
        workplace = self._window.open_workplace
        wait(workplace.is_painted)
        self._found_nothing()
        self._details()
        self._run_job()
        self._stop_job()
        for name, dialog in dialog_screens.about_rebuilding(self._mart, self._window):
            self._show(name, dialog)
        self._alarms()
        self._closing()
        self._one_by_one()
        self._show("resume", dialog_screens.resuming(self._mart, self._window))
        self._timeline()
        self._aggregates()
        self._back_up()
        self._options()
        self._health()
        self._narrow()
        self._lost()
        session.close()
        self._rehearsal()

    def _show(self, name: str, dialog: QDialog) -> None:
        self._window.opened(dialog)
        wait(lambda: self._window.workplace is None or self._window.session.bridge.is_idle)
        self._save(name, dialog)
        dialog.close()

    def _found_nothing(self) -> None:
        """A list that is empty, and a log."""
        jobs = self._window.open_workplace.jobs
        at = wall("10:37:08")
        texts = ((n, f"chunk {n} of 6") for n in range(1, 5))
        self._mart.lines = [
            LogLine(number=n, time=at + timedelta(seconds=n), level="INFO", message=text) for n, text in texts
        ]
        jobs.table.select_run(48213)
        jobs.details.tabs.setCurrentIndex(LOG)
        wait(lambda: jobs.details.log.last_number > 0)
        self._save("jobs-log")
        jobs.details.tabs.setCurrentIndex(STEPS)
        jobs.search.setText("nobody")
        wait(jobs.empty.isVisible)
        self._save("jobs-none")
        jobs.clear_filters()
        wait(lambda: not jobs.empty.isVisible())

    def _opening(self) -> None:
        """A server is waited for."""
        self._window.show_opening("postgresql://a.novak@warehouse.example.com:5433/infomart")
        self._save("opening")
        self._window.show_first_page()

    def _connections(self) -> None:
        settings = self._program.memory.settings
        for name, url in dialog_screens.CONNECTIONS:
            settings.save_connection(name, url)
        settings.note_use(dialog_screens.CONNECTIONS[0][0])
        dialog = self._program.opening.ask_for_connection(dialog_screens.CONNECTIONS[0][0])
        wait(lambda: dialog.list.count() == len(dialog_screens.CONNECTIONS))
        self._save("connections", dialog)
        # Nothing answers at this port, whatever machine takes the picture.
        dialog.form.show_draft(replace(dialog.form.draft, host="127.0.0.1", port="1", tls=Tls.PREFER))
        dialog.test.click()
        wait(lambda: tr("Check host and port, and whether PostgreSQL listens there.") in dialog.answer.text())
        dialog.form.show_draft(replace(dialog.form.draft, host="warehouse.example.com", port="5433"))
        self._save("connections-failed", dialog)
        dialog.reject()

    def _details(self) -> None:
        jobs = self._window.open_workplace.jobs
        wait(lambda: bool(jobs.expected.starts))
        jobs.table.setFocus()
        jobs.table.select_run(48206)
        jobs.details.tabs.setCurrentIndex(WHY)
        self._save("jobs-failed")
        jobs.table.select_run(48216)
        wait(lambda: words.EXPECTED in jobs.details.why_view.accessibleDescription())
        self._save("jobs-why")
        self._save("jobs-menu", dialog_screens.menu_of(jobs.table))
        jobs.table.select_run(48213)
        jobs.details.tabs.setCurrentIndex(STEPS)
        wait(lambda: bool(jobs.details.step_list.accessibleDescription()))
        self._save("jobs")

    def _run_job(self) -> None:
        reason = "Waits for re-aggregation 48214 to end."
        self._mart.prediction = Prediction(kind=Answer.WAITS, rule="R18", reason=reason, until=wall("11:02:50"))
        dialog = self._window.jobs.run(Job.AGGREGATE)
        dialog.parameters.setPlainText(REQUEST)
        asked = ("predict", Job.AGGREGATE, REQUEST, True)
        wait(lambda: asked in self._mart.asked and dialog.run.isEnabled())
        self._save("run-job", dialog)
        dialog.form.build.click()
        self._save("run-job-builder", dialog)
        dialog.form.builder.ticks.all.click()
        self._save("run-job-all-sets", dialog)
        dialog.parameters.setPlainText("-insertPendingAgg H_AGENT,H_QUEU-SUBHOUR:2026-09-01:2026-09-")
        wait(lambda: not dialog.run.isEnabled())
        self._save("run-job-unread", dialog)
        dialog.reject()

    def _stop_job(self) -> None:
        table = self._window.open_workplace.jobs.table
        table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number in (48213, 48191, 48216):
            row = table.runs_model.rows.row_of(number)
            table.selectionModel().select(table.runs_model.index(row or 0, 0), flags)
        self._window.jobs.stop()
        wait(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        wait(lambda: bool(self._window.open_workplace.jobs.details.step_list.accessibleDescription()))
        self._save("stop-job", dialog)
        dialog.reject()
        table.select_run(48213)

    def _alarms(self) -> None:
        dialog = self._window.show_alarms()
        dialog.lines[Channel.SYSLOG].test.click()
        wait(lambda: ("test", Channel.SYSLOG) in self._mart.asked and dialog.lines[Channel.SYSLOG].test.isEnabled())
        self._save("alarms", dialog)
        dialog.accept()

    def _closing(self) -> None:
        status = self._window.session.status
        asked = leaving.question(status, hosts_server=True, has_tray=True)
        assert asked is not None
        dialog = self._window.opened(ClosingDialog(self._program.theme, asked, self._window, has_tray=True))
        self._save("closing", dialog)
        dialog.reject()

    def _one_by_one(self) -> None:
        steps = (
            Step(job=Job.EXTRACT, run_id=48212),
            Step(job=Job.TRANSFORM, run_id=48206),
            Step(job=Job.AGGREGATE, run_id=48191),
            Step(job=Job.MAINTAIN),
        )
        put_back: dict[str, str | None] = {"run-scheduler": "true", "run-aggregates": "true", "run-maintain": None}
        procedure = OneByOne(id=1, owner="a.novak", since=wall("10:05:00"), put_back=put_back, steps=steps)
        runs = {run.job: run for run in self._mart.list if run.id in {step.run_id for step in steps}}
        obstacle = "Job_AggregateGIM 48191 must end before Job_MaintainGIM runs: nothing may run beside it."
        dialog = self._window.jobs.one_by_one()
        self._save("one-by-one-offer", dialog)
        self._mart.stand = Stand(procedure=procedure, runs=runs, obstacle=obstacle)
        self._mart.status_now = replace(self._mart.status(), scheduling=False, one_by_one=procedure)
        self._window.refresh()
        wait(dialog.rows.isVisible)
        wait(lambda: self._window.open_workplace.banner.isVisible())
        self._save("one-by-one", dialog)
        dialog.close()
        self._mart.stand, self._mart.status_now = None, None
        self._window.refresh()
        wait(lambda: not self._window.open_workplace.banner.isVisible())

    def _options(self) -> None:
        workplace = self._window.open_workplace
        page = workplace.options
        workplace.show_option("schedule", "aggregate-schedule")
        wait(lambda: page.desk.history is not None)
        for name, text in (
            ("etl-frequency", "20"), ("aggregate-duration", "22:00"), ("maintain-start-time", "22:30"),
        ):  # fmt: skip
            page.desk.type(("schedule", name), text)
        page.desk.type(("gim-transformation", "chunk-size"), "1800")
        wait(lambda: bool(page.desk.plan.facts) and page.desk.plan.facts[0].text != tr(option_plan.READING))
        self._save("options")
        for name, dialog in dialog_screens.about_options(self._window):
            self._show(name, dialog)
        page.desk.take(page.desk.sheet.discarded())
        workplace.tabs.setCurrentIndex(0)

    def _timeline(self) -> None:
        """The day on which the clocks change, its draft, a usual day, the month before, and a time without runs."""
        workplace = self._window.open_workplace
        page, desk = workplace.timeline, workplace.options.desk
        workplace.turn_to(page)
        self._show_time(page, Unit.DAY, NOW)
        page.canvas.choose(page.desk.picture.find(48206))
        wait(lambda: page.below.currentWidget() is page.details)
        page.canvas.setFocus()
        self._save("timeline")
        flags = page.canvas.surface.flags(page.canvas.scene)
        page.canvas.choose_flag(next(flag for flag in flags if flag.option))
        self._save("timeline-flag")
        wait(lambda: desk.is_read)
        for name, text in (("etl-frequency", "20"), ("maintain-start-time", "22:30")):
            desk.type(("schedule", name), text)
        page.bar.draft.setChecked(True)
        self._show_time(page, Unit.DAY, NOW)
        lane = page.desk.picture.lanes[0]
        page.canvas.choose(page.desk.picture.hit(lane.key, seconds_of(wall("03:30:00")), 1))
        wait(lambda: "R02" in page.answer.why_view.accessibleDescription())
        self._save("timeline-draft")
        desk.take(desk.sheet.discarded())
        for name, unit, days in (("usual", Unit.DAY, -1), ("month", Unit.MONTH, 0), ("empty", Unit.DAY, -90)):
            self._show_time(page, unit, NOW + timedelta(days=days))
            self._save(f"timeline-{name}")
        workplace.turn_to(workplace.jobs)

    @staticmethod
    def _show_time(page: TimelinePage, unit: Unit, at: datetime) -> None:
        """Look at a stretch of time, and let it be read and played."""
        page.canvas.show_span(span_of(unit, seconds_of(at), page.canvas.scene.zone))
        wait(lambda: page.desk.is_at_rest)

    def _aggregates(self) -> None:
        workplace = self._window.open_workplace
        page = workplace.aggregates
        workplace.turn_to(page)
        wait(lambda: page.board is not None)
        board = self._mart.aggregate_board
        page.grid.setCurrentCell(2, 1)
        page.strip.choose(board.days[40].day, board.days[46].day)
        page.show_board(board)
        self._save("aggregates")
        workplace.turn_to(workplace.jobs)

    def _health(self) -> None:
        workplace, mart = self._window.open_workplace, self._mart
        page, desk = workplace.health, workplace.health.desk
        mart.slept = wall("23:10:00", 24), wall("06:55:00")
        desk.settle_seconds = 0.0
        desk.noticed(mart.now(), wall("23:10:00", 24))
        workplace.turn_to(page)
        wait(lambda: desk.is_news and desk.rehearsal is not None)
        self._save("health")
        desk.put_away()
        for name, concerns in (("health-in-order", ()), ("health-long", LONG)):
            mart.concerns = concerns
            page.check.click()
            wait(page.check.isEnabled)
            self._save(name)
        workplace.tabs.setCurrentIndex(0)

    def _rehearsal(self) -> None:
        """Another session, a week before the clocks change."""
        self._window.show_first_page()
        session = Session(FakeMart(now=NEAR), Bridge(self._program.loop))
        self._window.show_session(session)
        workplace = self._window.open_workplace
        workplace.turn_to(workplace.health)
        wait(lambda: workplace.health.desk.rehearsal is not None)
        self._save("health-rehearsal")
        session.close()

    def _back_up(self) -> None:
        self._mart.half_way.clear()
        self._window.files._back_up(Path("prod-infomart-backup.dump"))
        (dialog,) = self._window.findChildren(WorkDialog)
        wait(lambda: dialog.bar.value() > 0)
        self._save("back-up", dialog)
        self._mart.half_way.set()
        wait(lambda: not self._window.findChildren(WorkDialog))
        self._window.statusBar().clearMessage()

    def _narrow(self) -> None:
        self._resize(NARROW)
        self._save("narrow")

        self._least()
        self._resize(USUAL)

    def _least(self) -> None:
        """The smallest window: what is told of an option is folded below the rows."""
        self._resize(LEAST)
        workplace = self._window.open_workplace
        fold = workplace.options.split.fold.toggle
        self._save("least")
        workplace.show_option("schedule", "aggregate-schedule")
        for name, unfolded in (("options-unfolded", True), ("options", False)):
            fold.setChecked(unfolded)
            self._save(f"least-{name}")
        workplace.turn_to(workplace.jobs)

    def _lost(self) -> None:
        def gone() -> None:
            raise Unreachable("postgresql://gim@db/prod-infomart", "server closed the connection")

        self._mart.before = gone
        wait(self._window.open_workplace.banner.isVisible)
        self._save("connection-lost")

    def _save(self, name: str, dialog: QWidget | None = None) -> None:
        # A line that wraps makes its place taller in the turn that follows.
        for _ in range(SETTLING):
            QApplication.processEvents()
        picture = self._window.grab()
        if dialog is not None:
            _lay_over(picture, dialog)
        file = self._folder / f"{name}-{self._scheme}.png"
        picture.save(str(file))
        sys.stdout.write(f"{file}\n")


def _lay_over(picture: QPixmap, dialog: QWidget) -> None:
    """The dialog in the middle of its shaded window, as a window manager shows it."""
    above = dialog.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), SHADE)
    room = picture.deviceIndependentSize() - above.deviceIndependentSize()
    painter.drawPixmap(QPoint(round(room.width() / 2), round(room.height() / 2)), above)
    painter.end()


if __name__ == "__main__":
    Studio(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None).photograph()

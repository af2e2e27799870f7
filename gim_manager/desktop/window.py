"""The main window: toolbar, menus, the first page or an open Info Mart, and what each action does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget

from gim_manager.desktop import icons
from gim_manager.desktop.actions import Actions
from gim_manager.desktop.dialogs.about_dialog import AboutDialog
from gim_manager.desktop.dialogs.alarms_dialog import AlarmsDialog
from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.dialogs.error_dialog import ErrorDialog
from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.menus import ToolBar, appearance_menu, fill_menu_bar
from gim_manager.desktop.pages.first_page import FirstPage
from gim_manager.desktop.schedule_acts import ScheduleActs
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.widgets.status_line import StatusLine
from gim_manager.desktop.workplace import Workplace
from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import GimError
from gim_manager.domain.job import Job
from gim_manager.presenters import access, alarms, stop_job

Opened = TypeVar("Opened", bound=QDialog)

USUAL_SIZE = QSize(1360, 860)
LEAST_SIZE = QSize(720, 460)


class MainWindow(QMainWindow):
    """Shows a session, or the first page where there is none; opening and closing are its owner's business."""

    demo_wanted = Signal()
    open_wanted = Signal()
    connect_wanted = Signal()
    disconnect_wanted = Signal()
    dropped = Signal(object)
    closing = Signal()
    """The window may go; whoever hosts a server ends it."""

    def __init__(self, theme: Theme, memory: Memory) -> None:
        super().__init__()
        self._theme, self._memory = theme, memory
        self._workplace: Workplace | None = None
        self._may_close = False
        self.remembers = True
        """Whether closing keeps geometry, columns and filters for the next time."""
        self._is_slow = False
        self.setWindowTitle("GIM Manager")
        self.setWindowIcon(icons.icon(theme, "gim-manager"))
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        self._build()
        self._connect()
        self.show_first_page()

    def _build(self) -> None:
        self._schedule = ScheduleActs(
            self._theme, self, session=lambda: self.session, opened=self._opened, show_error=self.show_error
        )
        self.actions_by_key = Actions(self._theme, self)
        fill_menu_bar(self, self.actions_by_key, appearance_menu(self, self._theme, self._wear))
        self.toolbar = ToolBar(self._theme, self.actions_by_key)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.toolbar)
        self.status_line = StatusLine(self._theme)
        self.setStatusBar(self.status_line)
        self.first_page = FirstPage(self._theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.first_page)
        self.setCentralWidget(self._stack)
        if geometry := self._memory.state("geometry"):
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        page = self.first_page
        page.demo_wanted.connect(self.demo_wanted)
        page.open_wanted.connect(self.open_wanted)
        page.connect_wanted.connect(self.connect_wanted)
        page.dropped.connect(self.dropped)
        schedule = self._schedule
        acts: dict[str, Callable[[], object]] = {
            "run": self.run_job, "stop": self.stop_job, "refresh": self.refresh, "suspend": schedule.suspend_or_resume,
            "hold": schedule.hold, "lead": schedule.lead, "copy": self.copy, "select_all": self.select_all,
            "find": self.find_runs, "clear": self.clear_filters, "columns": self.usual_columns,
            "demo": self.letting_go(self.demo_wanted.emit), "open": self.letting_go(self.open_wanted.emit),
            "connect": self.letting_go(self.connect_wanted.emit),
            "disconnect": self.letting_go(self.disconnect_wanted.emit), "quit": self.close, "alarms": self.show_alarms,
            "about": lambda: self._opened(AboutDialog(self._theme, self)),
        }  # fmt: skip
        for key, act in acts.items():
            self.actions_by_key[key].triggered.connect(lambda _checked=False, do=act: do())
        self.actions_by_key["live"].toggled.connect(self._set_live)
        self.actions_by_key["panel"].toggled.connect(self._show_panel)
        self.actions_by_key["details"].toggled.connect(self._show_details)

    def letting_go(self, act: Callable[[], object]) -> Callable[[], object]:
        """The act, after a question where changes of options would be lost by it."""
        return lambda: self._asks_for_drafts(act) or act()

    def _asks_for_drafts(self, then: Callable[[], object]) -> bool:
        drafts = tuple(self._workplace.options.desk.sheet.drafts) if self._workplace is not None else ()
        if drafts:
            dialog = self._opened(DraftsDialog(self._theme, drafts, self))
            dialog.accepted.connect(lambda: self._discard_and(then))
        return bool(drafts)

    def _discard_and(self, then: Callable[[], object]) -> None:
        self.open_workplace.options.discard()
        then()

    def show_first_page(self) -> None:
        """No Info Mart is open."""
        if self._workplace is not None:
            self._remember()
            self._stack.removeWidget(self._workplace)
            self._workplace.deleteLater()
            self._workplace = None
        self._stack.setCurrentWidget(self.first_page)
        self.actions_by_key.mart_is_open(False)
        self.toolbar.show_connection("", "")
        self.toolbar.show_role("", "")
        self.status_line.show_nothing()
        self.setWindowTitle("GIM Manager")
        self.first_page.first_button.setFocus()

    def show_opening(self, url: str) -> None:
        """An Info Mart is being opened."""
        self.status_line.show_opening()
        self.toolbar.show_connection("", url.partition("://")[0])

    def show_session(self, session: Session) -> None:
        """An Info Mart is open: show it, and ask it everything."""
        workplace = self._workplace = Workplace(self._theme, session)
        self._stack.addWidget(workplace)
        self._stack.setCurrentWidget(workplace)
        self._bind(workplace)
        self._recall(workplace)
        self.actions_by_key.mart_is_open(True)
        who = session.mart.identity
        self.toolbar.show_connection(who.name, who.shown_url)
        self.toolbar.show_role(access.role_found(who.access), access.told(who.access))
        self.setWindowTitle(f"{who.name} – GIM Manager")
        self._choose()
        session.open()
        workplace.jobs.table.setFocus()

    def _bind(self, workplace: Workplace) -> None:
        session = workplace.session
        workplace.ticked.connect(self._show_state)
        workplace.jobs.selection_changed.connect(self._choose)
        workplace.jobs.run_wanted.connect(lambda: self.run_job())
        workplace.trouble_wanted.connect(self._tell_trouble)
        workplace.migration_wanted.connect(lambda: self.run_job(Job.MIGRATE))
        workplace.options.desk.failed.connect(self.show_error)
        workplace.options.channel_wanted.connect(self.show_alarms)
        workplace.resume_wanted.connect(self._schedule.suspend_or_resume)
        session.status_read.connect(self._show_state)
        session.alarms_read.connect(lambda board: self.status_line.show_alarm(alarms.newest(board)))
        session.slow.connect(self._set_slow)
        for key in ("run", "stop", "copy"):
            workplace.jobs.table.addAction(self.actions_by_key[key])

    def _tell_trouble(self) -> None:
        self.show_error(self.tr("The connection is lost"), self.session.freshness.error)

    def _recall(self, workplace: Workplace) -> None:
        memory, jobs = self._memory, workplace.jobs
        jobs.set_filters(memory.filters())
        if (state := memory.state("columns")) is not None:
            jobs.table.header.restoreState(state)
        if (state := memory.state("splitter")) is not None:
            jobs.splitter.restoreState(state)
        for key, show in (("panel", workplace.set_panel_wanted), ("details", jobs.details.setVisible)):
            shown = memory.flag(key, True)
            self.actions_by_key[key].setChecked(shown)
            show(shown)
        self.actions_by_key["live"].setChecked(True)

    def _remember(self) -> None:
        memory, workplace = self._memory, self._workplace
        if not self.remembers:
            return
        memory.keep_state("geometry", self.saveGeometry())
        if workplace is not None:
            memory.keep_state("columns", workplace.jobs.table.header.saveState())
            memory.keep_state("splitter", workplace.jobs.splitter.saveState())
            memory.keep_filters(workplace.session.filters)
            for key in ("panel", "details"):
                memory.keep_flag(key, self.actions_by_key[key].isChecked())

    @property
    def workplace(self) -> Workplace | None:
        """What shows the open Info Mart; None on the first page."""
        return self._workplace

    @property
    def open_workplace(self) -> Workplace:
        """What shows the open Info Mart, where there is one."""
        assert self._workplace is not None
        return self._workplace

    @property
    def session(self) -> Session:
        """The open session; actions that need one are disabled without it."""
        return self.open_workplace.session

    def run_job(self, job: Job | None = None) -> RunJobDialog:
        """Open the Run Job dialog."""
        dialog = RunJobDialog(self._theme, self.session, job, self)
        dialog.started.connect(self._show_started)
        return self._opened(dialog)

    def _show_started(self, run_id: int) -> None:
        if self._workplace is not None:
            self._workplace.jobs.await_run(run_id)
            self.session.refresh()

    def stop_job(self) -> None:
        """Ask what stopping would do, then open the Stop Job dialog."""
        assert self._workplace is not None
        chosen = stop_job.stoppable(self._workplace.jobs.table.selected_runs())
        if chosen:
            self.session.bridge.start("stop effects", self._ask_to_stop([run.id for run in chosen]))

    async def _ask_to_stop(self, ids: list[int]) -> None:
        try:
            effects = await self.session.bridge.ask(self.session.mart.stop_effects, ids)
        except GimError as error:
            self.show_error(self.tr("Stop Job"), str(error))
            return
        if effects:
            self._opened(StopJobDialog(self._theme, self.session, effects, self))

    def _opened(self, dialog: Opened) -> Opened:
        """Window-modal, without a nested event loop; gone when closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def show_error(self, what: str, sentence: str, details: str = "") -> None:
        """Say what went wrong, as an answer to an act."""
        ErrorDialog(self._theme, what, sentence, details, self).open()

    def show_alarms(self, channel: Channel | None = None) -> AlarmsDialog:
        """What is raised, and the channels; with the focus on the test of one."""
        dialog = self._opened(AlarmsDialog(self._theme, self.session, self))
        if channel is not None:
            dialog.show_channel(channel)
        return dialog

    def refresh(self) -> None:
        """Read everything on the screen again."""
        self.session.refresh()

    def copy(self) -> None:
        """The selected runs as a table."""
        if self._workplace is not None:
            QApplication.clipboard().setText(self._workplace.jobs.copied())

    def select_all(self) -> None:
        """Every fetched run."""
        if self._workplace is not None:
            self._workplace.jobs.table.selectAll()

    def find_runs(self) -> None:
        """Go to the search."""
        if self._workplace is not None:
            self._workplace.go_to_search()

    def clear_filters(self) -> None:
        """Everything again on the page that is shown."""
        if self._workplace is not None:
            self._workplace.clear_filters()

    def usual_columns(self) -> None:
        """The columns as they came."""
        if self._workplace is not None:
            self._workplace.jobs.table.header.reset_columns()

    def _wear(self, appearance: Appearance) -> None:
        self._theme.wear(appearance)
        self._memory.keep_appearance(appearance)

    def _set_live(self, live: bool) -> None:
        if self._workplace is not None and self.session.is_live != live:
            self.session.set_live(live)
        self._show_state()

    def _show_panel(self, shown: bool) -> None:
        if self._workplace is not None:
            self._workplace.set_panel_wanted(shown)

    def _show_details(self, shown: bool) -> None:
        if self._workplace is not None:
            self._workplace.jobs.details.setVisible(shown)

    def _set_slow(self, slow: bool) -> None:
        self._is_slow = slow
        self._show_state()

    def _show_state(self, *_status: object) -> None:
        """Status line and toolbar by the session's freshness and status."""
        if self._workplace is None:
            return
        session, line = self.session, self.status_line
        now, freshness, status = session.mart.now(), session.freshness, session.status
        line.show_clock(now, session.zone, status.zone if status else "UTC")
        line.show_freshness(freshness, now, session.zone, slow=self._is_slow)
        line.show_server(status, lost=freshness.is_lost)
        self._show_live(lost=freshness.is_lost)
        self._show_schedule()
        self._choose()

    def _show_live(self, *, lost: bool) -> None:
        action = self.actions_by_key["live"]
        text, icon, token = self.tr("Live"), "dot", "complete"
        if lost:
            text, token = self.tr("Live – reconnecting"), "stopping"
        elif not action.isChecked():
            text, icon, token = self.tr("Live off"), "hollow-dot", "text2"
        if action.text() != text:
            action.setText(text)
            icons.put(self._theme, action, icon, token)

    def _show_schedule(self) -> None:
        status = self.session.status
        action = self.actions_by_key["suspend"]
        is_on = status is None or not status.suspended
        text = self.tr("Suspend schedule") if is_on else self.tr("Resume schedule")
        if action.text() != text:
            action.setText(text)
            icons.put(self._theme, action, "pause" if is_on else "resume")

    def _choose(self) -> None:
        """What can be done with the selection."""
        if self._workplace is None:
            return
        lost = self.tr("the connection is lost") if self.session.freshness.is_lost else ""
        chosen = self._workplace.jobs.table.selected_runs()
        nothing = "" if stop_job.stoppable(chosen) else self.tr("select a run that runs or waits")
        mine, status = self.session.mart.identity.access, self.session.status
        for key, reason in (
            ("run", lost),
            ("suspend", lost),
            ("hold", lost or self._schedule.why_not_hold()),
            ("lead", lost or self._schedule.why_not_lead()),
            ("stop", lost or nothing),
        ):
            why = access.why_not(mine, key, status) or reason
            self.actions_by_key.enable(key, not why, why)
        self.actions_by_key.enable("copy", bool(chosen), self.tr("no run is selected"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Changes that are not applied, and running jobs of a server inside this window, would go: that is asked."""
        if not self._may_close and self._asks_for_drafts(self.close):
            event.ignore()
            return
        if self._workplace is not None and not self._may_close and self._ends_jobs():
            event.ignore()
            dialog = ClosingDialog(self._theme, self.session.status, self)
            dialog.accepted.connect(self._close_now)
            self._opened(dialog)
            return
        self._remember()
        self.closing.emit()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    def _ends_jobs(self) -> bool:
        status = self.session.status
        return self.session.mart.identity.hosts_server and status is not None and bool(status.running)

"""The main window: toolbar, menus, the first page or an open Info Mart, and which act answers which action.

What the first picture does not need is imported where it is used, here and in what this imports (docs/decisions/0030).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from gim_manager.desktop import icons
from gim_manager.desktop.file_acts import FileActs
from gim_manager.desktop.job_acts import JobActs
from gim_manager.desktop.leaving import Leaving
from gim_manager.desktop.menus import ToolBar, appearance_menu, fill_menu_bar, language_menu
from gim_manager.desktop.pages.first_page import FirstPage
from gim_manager.desktop.schedule_acts import ScheduleActs
from gim_manager.desktop.stage import Stage
from gim_manager.desktop.tray import Tray
from gim_manager.desktop.widgets.status_line import StatusLine
from gim_manager.desktop.window_state import WindowState

if TYPE_CHECKING:
    from gim_manager.desktop.dialogs.alarms_dialog import AlarmsDialog
    from gim_manager.desktop.language import Choice
    from gim_manager.desktop.memory import Memory
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.theme import Appearance, Theme
    from gim_manager.desktop.workplace import Workplace
    from gim_manager.domain.channel import Channel

USUAL_SIZE = QSize(1360, 860)
LEAST_SIZE = QSize(640, 440)


class MainWindow(Stage):
    """Shows a session, or the first page where there is none; opening and closing are its owner's business."""

    demo_wanted = Signal()
    open_wanted = Signal()
    connect_wanted = Signal()
    disconnect_wanted = Signal()
    restore_wanted = Signal()
    language_wanted = Signal(object)
    """A Choice: another window takes this one's place, which speaks it."""
    dropped = Signal(object)
    closing = Signal()
    """The window may go; whoever hosts a server ends it."""

    def __init__(self, theme: Theme, memory: Memory) -> None:
        super().__init__(theme, memory)
        self.remembers = True
        """Whether closing keeps geometry, columns and filters for the next time."""
        self.setWindowIcon(icons.icon(theme, "gim-manager"))
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        self._build()
        self._connect()
        self.show_first_page()

    def _build(self) -> None:
        self.jobs, self._schedule = JobActs(self), ScheduleActs(self)
        self.files = FileActs(self, self.dropped.emit)
        self.tray = Tray(self)
        self.leaving = Leaving(self, self.tray)
        chosen = {
            "appearance": appearance_menu(self, self.theme.appearance, self._wear),
            "language": language_menu(self, self.memory.language, self._choose_language),
        }
        fill_menu_bar(self, self.actions_by_key, chosen)
        self.toolbar = ToolBar(self.theme, self.actions_by_key)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.toolbar)
        self.status_line = StatusLine(self.theme)
        self.setStatusBar(self.status_line)
        self._state = WindowState(self, self.toolbar, self.status_line, jobs=self.jobs, schedule=self._schedule)
        self.first_page = FirstPage(self.theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.first_page)
        self.setCentralWidget(self._stack)
        if geometry := self.memory.state("geometry"):
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        page = self.first_page
        page.demo_wanted.connect(self.demo_wanted)
        page.open_wanted.connect(self.open_wanted)
        page.connect_wanted.connect(self.connect_wanted)
        page.dropped.connect(self.dropped)
        self.tray.quit_wanted.connect(self.leaving.quit)
        schedule, jobs, letting_go = self._schedule, self.jobs, self.leaving.letting_go
        acts: dict[str, Callable[[], object]] = {
            "run": jobs.run, "again": jobs.run_again, "undo": jobs.undo, "one_by_one": jobs.one_by_one,
            "stop": jobs.stop, "copy": jobs.copy,
            "select_all": jobs.select_all,
            "suspend": schedule.suspend_or_resume, "hold": schedule.hold, "lead": schedule.lead,
            "serve": schedule.serve_or_end,
            "refresh": self.refresh, "find": lambda: self.open_workplace.go_to_search(),
            "clear": lambda: self.open_workplace.clear_filters(),
            "columns": lambda: self.open_workplace.jobs.table.header.reset_columns(),
            "demo": letting_go(self.demo_wanted.emit), "open": letting_go(self.open_wanted.emit),
            "connect": letting_go(self.connect_wanted.emit), "disconnect": letting_go(self.disconnect_wanted.emit),
            "export": self.files.export, "record": self.files.record,
            "recording": letting_go(self.files.open_recording),
            "back_up": self.files.back_up, "restore": letting_go(self.restore_wanted.emit),
            "quit": self.close, "alarms": self.show_alarms,
            "about": self._show_about,
        }  # fmt: skip
        for key, act in acts.items():
            self.actions_by_key[key].triggered.connect(lambda _checked=False, do=act: do())
        self.actions_by_key["live"].toggled.connect(self._set_live)
        self.actions_by_key["panel"].toggled.connect(self._show_panel)
        self.actions_by_key["details"].toggled.connect(self._show_details)

    def show_first_page(self) -> None:
        """No Info Mart is open."""
        if self.workplace is not None:
            self._remember()
            self.jobs.close_all()
            self._stack.removeWidget(self.workplace)
            self.workplace.deleteLater()
            self.workplace = None
        self.first_page.show_ways()
        self._stack.setCurrentWidget(self.first_page)
        self._state.show_nothing()
        self.tray.forget()
        self.first_page.first_button.setFocus()

    def show_opening(self, url: str) -> None:
        """An Info Mart is being opened."""
        from gim_manager.domain.masking import masked
        from gim_manager.presenters import connections

        place = connections.place(masked(url))
        self.first_page.show_opening(place)
        self._state.show_opening(place)

    def show_session(self, session: Session) -> None:
        """An Info Mart is open: show it, and ask it everything."""
        from gim_manager.desktop.workplace import Workplace

        workplace = self.workplace = Workplace(self.theme, session)
        self._stack.addWidget(workplace)
        self._stack.setCurrentWidget(workplace)
        self.first_page.show_ways()
        self._bind(workplace)
        self._recall(workplace)
        self._state.follow(session)
        self.tray.follow(session)
        session.open()
        workplace.jobs.table.setFocus()

    def _bind(self, workplace: Workplace) -> None:
        from gim_manager.domain.job import Job

        workplace.ticked.connect(self._state.show_state)
        workplace.jobs.selection_changed.connect(self._state.choose)
        workplace.jobs.run_wanted.connect(lambda: self.jobs.run())
        workplace.trouble_wanted.connect(self._tell_trouble)
        workplace.migration_wanted.connect(lambda: self.jobs.run(Job.MIGRATE))
        workplace.options.desk.failed.connect(self.show_error)
        workplace.timeline.failed.connect(self.show_error)
        workplace.options.channel_wanted.connect(self.show_alarms)
        workplace.aggregates.rebuild_wanted.connect(lambda asked: self.jobs.run(Job.AGGREGATE, asked))
        workplace.one_by_one_wanted.connect(self.jobs.one_by_one)
        workplace.resume_wanted.connect(self._schedule.suspend_or_resume)
        for key in ("run", "again", "undo", "stop", "copy"):
            workplace.jobs.table.addAction(self.actions_by_key[key])

    def _tell_trouble(self) -> None:
        self.show_error(self.tr("The connection is lost"), self.session.freshness.error)

    def _recall(self, workplace: Workplace) -> None:
        memory, jobs = self.memory, workplace.jobs
        jobs.set_filters(memory.filters())
        if (state := memory.state("columns")) is not None:
            jobs.table.header.restoreState(state)
        if (state := memory.state("splitter")) is not None:
            jobs.splitter.restoreState(state)
        for key, show in (("panel", workplace.set_panel_wanted), ("details", workplace.show_details)):
            shown = memory.flag(key, True)
            self.actions_by_key[key].setChecked(shown)
            show(shown)
        self.actions_by_key["live"].setChecked(True)
        mart = workplace.session.mart
        workplace.health.desk.noticed(mart.now(), memory.looked_at(mart.identity.url))

    def _remember(self) -> None:
        memory, workplace = self.memory, self.workplace
        if not self.remembers:
            return
        memory.keep_state("geometry", self.saveGeometry())
        if workplace is not None:
            memory.keep_state("columns", workplace.jobs.table.header.saveState())
            memory.keep_state("splitter", workplace.jobs.splitter.saveState())
            memory.keep_filters(workplace.session.filters)
            if (looked_at := workplace.health.desk.looked_at) is not None:
                memory.keep_looked_at(workplace.session.mart.identity.url, looked_at)
            for key in ("panel", "details"):
                memory.keep_flag(key, self.actions_by_key[key].isChecked())

    def _show_about(self) -> None:
        from gim_manager.desktop.dialogs.about_dialog import AboutDialog

        self.opened(AboutDialog(self.theme, self))

    def show_alarms(self, channel: Channel | None = None) -> AlarmsDialog:
        """What is raised, and the channels; with the focus on the test of one."""
        from gim_manager.desktop.dialogs.alarms_dialog import AlarmsDialog

        dialog = self.opened(AlarmsDialog(self.theme, self.session, self))
        if channel is not None:
            dialog.show_channel(channel)
        return dialog

    def refresh(self) -> None:
        """Read everything on the screen again."""
        self.open_workplace.refresh()

    def _wear(self, appearance: Appearance) -> None:
        self.theme.wear(appearance)
        self.memory.keep_appearance(appearance)

    def _choose_language(self, chosen: Choice) -> None:
        self.memory.keep_language(chosen)
        self.leaving.letting_go(lambda: self.language_wanted.emit(chosen))()

    def step_aside(self) -> None:
        """Another window takes its place, and goes on with what this one remembers."""
        self._remember()
        self.show_first_page()
        self.tray.vanish()
        self.hide()
        self.deleteLater()

    def _set_live(self, live: bool) -> None:
        if self.workplace is not None and self.session.is_live != live:
            self.session.set_live(live)
        self._state.show_state()

    def _show_panel(self, shown: bool) -> None:
        if self.workplace is not None:
            self.workplace.set_panel_wanted(shown)

    def _show_details(self, shown: bool) -> None:
        if self.workplace is not None:
            self.workplace.show_details(shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not before what would be lost by it is asked."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self._remember()
        self.tray.vanish()
        self.closing.emit()
        super().closeEvent(event)

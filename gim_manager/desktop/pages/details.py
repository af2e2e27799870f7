"""The selected run below the list: Steps, Log and Why, each asked for when it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gim_manager.desktop.pages.ahead import Ahead
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.log_view import LogView
from gim_manager.desktop.widgets.step_list import StepList
from gim_manager.desktop.widgets.tabs import Tabs
from gim_manager.desktop.widgets.why_view import WhyView
from gim_manager.domain.errors import GimError
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Run, Step
from gim_manager.presenters import run_view

STRIP_HEIGHT = 32
STEPS, LOG, WHY = range(3)
SETTLE_MS = 60
"""A held arrow key passes many runs: only the one it rests on is asked for."""


class Details(QFrame):
    """Bound to one run of one session."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self._run: Run | None = None
        self._steps: tuple[Step, ...] | None = None
        self._life: tuple[Reason, ...] | None = None
        self._ahead = Ahead(session, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.setObjectName("details")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip())
        layout.addWidget(self._pages(), 1)
        self.show_run(None)
        theme.changed.connect(self._dress)
        session.freshness_changed.connect(self._show)
        self._ahead.changed.connect(self._show)

    def _strip(self) -> QWidget:
        strip = QFrame()
        strip.setObjectName("detailStrip")
        self.tabs = Tabs(self._theme, STRIP_HEIGHT - 2, self.tr("Details"))
        for title, tip in (
            (self.tr("Steps"), self.tr("What the run does, step by step")),
            (self.tr("Log"), self.tr("What it wrote, as it writes it")),
            (self.tr("Why"), self.tr("Why it waits, runs or ended")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(title), tip)
        self.tabs.currentChanged.connect(self._turn)
        self._identity = QLabel()
        self._identity.setTextFormat(Qt.TextFormat.RichText)
        self._row = row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self._identity)
        strip.setFixedHeight(max(STRIP_HEIGHT, self._theme.line_height() + 16))
        return strip

    def _pages(self) -> QWidget:
        self.step_list, self.log, self.why_view = StepList(self._theme), LogView(self._theme), WhyView(self._theme)
        self._stack = QStackedWidget()
        self._nothing = Words(self._theme, self.tr("Choose a run: its steps, log and reasons stand here."), "text2")
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (scrolled(self.step_list), self.log, scrolled(self.why_view), self._nothing):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._nothing)
        return self._stack

    def _dress(self) -> None:
        self._say_who()
        self.update()

    def add_way(self, way: QWidget) -> None:
        """A way on from the run, right of who it is."""
        self._row.addWidget(way)

    def show_run(self, run: Run | None) -> None:
        """Another run, or a newer state of the same."""
        is_other = (run.id if run else None) != (self._run.id if self._run else None)
        self._run = run
        if is_other:
            self._steps = self._life = None
            self._ahead.forget()
            self.log.clear(self.tr("No line yet") if run else "")
        self._turn_page()
        self._say_who()
        self._show()
        self._settle.start() if run else self._settle.stop()

    def tick(self) -> None:
        """A second has passed."""
        if self._run is not None and self._run.end_time is None and not self._session.freshness.is_lost:
            self._show()

    def _turn(self, _place: int) -> None:
        self._turn_page()
        self._ask()

    def _turn_page(self) -> None:
        if self._run is None:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentIndex(self.tabs.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_who()

    def _say_who(self) -> None:
        """Number and job, and how it came to be where that has room; the tooltip tells all of it."""
        if self._run is None:
            self._identity.setText("")
            return
        who = run_view.identity(self._run, self._session.zone, self._session.mart.now())
        quiet, ink = self._theme["text2"].name(), self._theme["text"].name()
        shortly = (
            f'<span style="color:{quiet}">{who.number}</span>&nbsp;&nbsp;'
            f'<b style="color:{ink};font-weight:600">{who.job}</b>'
        )
        self._identity.setText(f'{shortly}&nbsp;&nbsp;<span style="color:{quiet}">{who.story}</span>')
        self._identity.setToolTip(f"{who.number} {who.job} {who.story}")
        if self._row.minimumSize().width() > self.width():
            self._identity.setText(shortly)

    def _show(self) -> None:
        session, run = self._session, self._run
        now = session.mart.now()
        lines = run_view.step_lines(self._steps or (), now)
        self.step_list.show_steps(lines, stale=session.freshness.is_lost, is_known=self._steps is not None)
        life = None if self._life is None else (*self._life, *self._ahead.expected(now))
        self.why_view.show_why(run_view.why(run, session.zone, now, life) if run else None)

    def _ask(self) -> None:
        if self._run is not None and not self._session.freshness.is_lost:
            place = self.tabs.currentIndex()
            if place == LOG:
                self._session.bridge.start("log", self._read_log(self._run.id))
            elif place == STEPS:
                self._session.bridge.start("steps", self._read_steps(self._run.id))
            else:
                self._session.bridge.start("why", self._read_life(self._run.id))
                self._ahead.look(self._run)

    def _shows(self, run_id: int) -> bool:
        return self._run is not None and self._run.id == run_id

    async def _read_steps(self, run_id: int) -> None:
        try:
            steps = await self._session.bridge.ask(self._session.mart.steps, run_id)
        except GimError:
            return  # The session notices a lost connection by its own question, and says so once.
        if self._shows(run_id):
            self._steps = steps
            self._show()

    async def _read_life(self, run_id: int) -> None:
        try:
            life = await self._session.bridge.ask(self._session.mart.why, run_id)
        except GimError:
            return
        if self._shows(run_id):
            self._life = life
            self._show()

    async def _read_log(self, run_id: int) -> None:
        while self._shows(run_id):
            try:
                lines = await self._session.bridge.ask(self._session.mart.log, run_id, self.log.last_number)
            except GimError:
                return
            if not lines or not self._shows(run_id):
                return
            self.log.append(run_view.log_text(lines, self._session.zone), len(lines), lines[-1].number)


def scrolled(inside: QWidget) -> QScrollArea:
    """Inside a page that scrolls where it has no room."""
    area = QScrollArea()
    area.setObjectName("page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName(inside.accessibleName())
    return area

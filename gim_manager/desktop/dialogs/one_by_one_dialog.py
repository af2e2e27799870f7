"""Run jobs one by one: switch the schedule off, lead from job to job, and put everything back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.dialogs.room import room_for
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.desktop.widgets.one_by_one_rows import OneByOneRows
from gim_manager.domain.errors import GimError
from gim_manager.presenters import access, one_by_one
from gim_manager.usecases.one_by_one import Act, Stand

READING, ACTING = "one by one", "one by one act"
NOTHING = ("", "text", "")
WIDTH = 760


class OneByOneDialog(QDialog):
    """Beside the list, not above it: steps and log of each run are looked at meanwhile. Closing it ends nothing."""

    started = Signal(int)
    """A run that was asked for."""
    stop_wanted = Signal(int)

    def __init__(self, theme: Theme, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._stand: Stand | None = None
        self._answered = NOTHING
        self.setWindowTitle(self.tr("Run jobs one by one"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wide = round(WIDTH * max(1.0, theme.line_height() / 16))
        self.setMinimumWidth(min(wide, room_for(self).width()))
        self._build()
        self._connect()
        self._show()
        self.read()

    def _build(self) -> None:
        self.headline = QLabel()
        self.headline.setFont(self._theme.semi_bold(2.5))
        self.headline.setWordWrap(True)
        self.off, self.end = Words(self._theme), Words(self._theme, token="text2")
        self.rows = OneByOneRows(self._theme)
        self._glyph, self.answer = Glyph(self._theme), Words(self._theme)
        self.answer.setMinimumHeight(2 * self._theme.line_height())
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = QHBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.answer, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for part in (self.headline, self.off, self.rows):
            layout.addWidget(part)
        layout.addLayout(said)
        layout.addWidget(self.end)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.leave, self.finish = QPushButton(self.tr("Close")), QPushButton(self.tr("End and put back"))
        self.begin = QPushButton(self.tr("Switch the schedule off"))
        self.begin.setObjectName("primary")
        self.leave.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.leave, self.finish, self.begin):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.begin.clicked.connect(lambda: self._act(Act.BEGIN))
        self.finish.clicked.connect(lambda: self._session.bridge.start(ACTING, self._ended()))
        self.rows.acted.connect(self._act)
        self.rows.stop_wanted.connect(self.stop_wanted)
        self._session.refreshed.connect(self.read)
        self._session.freshness_changed.connect(self._show)
        self.finished.connect(self._leave)

    def _leave(self) -> None:
        """Answers that still come find nobody."""
        for name in (READING, ACTING):
            self._session.bridge.drop(name)

    def read(self, *_changes: object) -> None:
        """Ask how it stands."""
        self._session.bridge.start(READING, self._read())

    async def _read(self) -> None:
        try:
            self._stand = await self._session.bridge.ask(self._session.mart.one_by_one)
        except GimError as error:
            self._say("broken", "stopping", str(error))
            return
        self._show()

    def _show(self) -> None:
        stand, session = self._stand, self._session
        why_not = self._why_not()
        self.begin.setVisible(stand is None)
        self.finish.setVisible(stand is not None)
        self.rows.setVisible(stand is not None)
        for button in (self.begin, self.finish):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        if stand is None:
            self._show_offer()
        else:
            self._show_sheet(one_by_one.sheet(stand, session.zone, session.mart.now()), why_not)
        self._make_room()

    def _make_room(self) -> None:
        """Higher where an outcome has more lines than before: what is read is never cut."""
        layout = self.layout()
        assert layout is not None
        needed = min(layout.totalHeightForWidth(self.width()), room_for(self).height())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _show_offer(self) -> None:
        self._say(*self._answered)
        self.headline.setText(self.tr("Run jobs one by one, for a trial or to find a fault?"))
        self.off.setText(
            self.tr("run-scheduler, run-aggregates and run-maintain are set to false, and the extraction, the "
                    "transformation, the aggregation and the maintenance run when you say so.")
        )  # fmt: skip
        self.end.setText(
            self.tr("What was on is remembered in the database, and put back when you end it: here, in another "
                    "window or by the command line, also after this one was closed.")
        )  # fmt: skip

    def _show_sheet(self, sheet: one_by_one.Sheet, why_not: str) -> None:
        self.headline.setText(sheet.headline)
        self.off.setText(sheet.off)
        self.end.setText(sheet.end)
        self.rows.show_sheet(sheet, why_not=why_not)
        if sheet.obstacle:
            self._say("clock", "scheduled", sheet.obstacle)
        elif sheet.is_done:
            self._say("check", "complete", self.tr("Every job has had its turn."))
        else:
            self._say(*self._answered)

    def _why_not(self) -> str:
        session = self._session
        lost = self.tr("the connection is lost") if session.freshness.is_lost else ""
        return access.why_not(session.mart.identity.access, "one_by_one", session.status) or lost

    def _say(self, icon: str, token: str, text: str) -> None:
        # Room is kept while the jobs stand there, so that nothing jumps below them.
        for part in (self.answer, self._glyph):
            part.setVisible(bool(text) or self._stand is not None)
        self._glyph.show_icon(icon, token)
        self.answer.setText(text)
        self.answer.setAccessibleName(text)

    def _act(self, act: Act) -> None:
        self._session.bridge.start(ACTING, self._led_on(act))

    def _answer(self, icon: str, token: str, text: str) -> None:
        """What came of an act stands there until the next one, whatever is read meanwhile."""
        self._answered = icon, token, text
        self._say(*self._answered)

    async def _led_on(self, act: Act) -> None:
        session = self._session
        self._answered = NOTHING
        try:
            run = await session.bridge.ask(session.mart.lead_on, act)
        except GimError as error:
            self._answer("refused", "failed", str(error))
            return
        if run is not None:
            self.started.emit(run.id)
        session.refresh()
        self.read()

    async def _ended(self) -> None:
        session = self._session
        try:
            ended = await session.bridge.ask(session.mart.end_one_by_one)
        except GimError as error:
            self._answer("refused", "failed", str(error))
            return
        self._stand = None
        session.refresh()
        self._answered = "check", "complete", one_by_one.ended(ended)
        self._show()

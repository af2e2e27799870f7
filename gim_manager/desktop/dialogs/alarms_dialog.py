"""Alarms: what is raised and was, and each channel with a button that tries it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import GimError
from gim_manager.domain.outbox import Board
from gim_manager.presenters import access, alarms
from gim_manager.presenters.alarms import AlarmRow, ChannelRow, Mark
from gim_manager.presenters.language import retold, tr

WIDTH, HEIGHT = 760, 620
LEAST_LIST = 64


class AlarmView(QFrame):
    """One alarm: what it is about and since when, its sentence below."""

    def __init__(self, theme: Theme, row: AlarmRow, *, is_first: bool) -> None:
        super().__init__()
        self.setObjectName("firstBlock" if is_first else "block")
        self.setToolTip(row.tip)
        about = QLabel(row.about)
        since = Words(theme, f"{row.state}  {row.since}", row.mark.token if row.is_raised else "text2", wraps=False)
        message = Words(theme, row.message, "text" if row.is_raised else "text2")
        about.setFont(theme.semi_bold() if row.is_raised else theme.font())
        since.setFont(theme.font(digits=True))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 9)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Glyph(theme, row.mark.icon, row.mark.token), 0, 0)
        grid.addWidget(about, 0, 1)
        grid.addWidget(since, 0, 2)
        grid.addWidget(message, 1, 1, 1, 2)


def _widest(label: QLabel, texts: Iterable[str]) -> int:
    """Pixels of the longest of these, so that columns of several rows agree."""
    return max(map(label.fontMetrics().horizontalAdvance, texts)) + 12


class ChannelLine(QFrame):
    """One channel: how it fares, and its Test button."""

    tested = Signal(object)
    """Channel."""

    def __init__(self, theme: Theme, row: ChannelRow, *, is_first: bool, why_not: str) -> None:
        super().__init__()
        self._why_not = why_not
        self.channel = row.channel
        self._theme = theme
        self.setObjectName("firstBlock" if is_first else "block")
        self._glyph = Glyph(theme, row.mark.icon, row.mark.token)
        name, self._state, self.note = QLabel(row.name), QLabel(), Words(theme)
        name.setMinimumWidth(_widest(name, map(tr, alarms.NAMES.values())))
        self._state.setMinimumWidth(_widest(self._state, alarms.state_words()))
        self.test = QPushButton()
        self.test.setAutoDefault(False)
        self.test.setAccessibleName(self.tr("Test {channel}").format(channel=row.name))
        self.test.clicked.connect(lambda: self.tested.emit(self.channel))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 10, 6)
        line.setSpacing(8)
        for part in (self._glyph, name, self._state):
            line.addWidget(part)
        line.addWidget(self.note, 1)
        line.addWidget(self.test)
        self._outcome: tuple[Mark, str] | None = None
        self._is_testing = False
        self.show_row(row)

    def show_row(self, row: ChannelRow) -> None:
        """How it fares now; the outcome of a test stays until the next one."""
        mark, text = self._outcome or (row.mark, row.note)
        self._glyph.show_icon(mark.icon, mark.token)
        self._state.setText(row.state)
        self.note.setText(text)
        self.note.ink("text2" if mark in (alarms.GOOD, alarms.OFF) else mark.token)
        self.test.setText(self.tr("Testing …") if self._is_testing else self.tr("Test"))
        why_not = self._why_not or row.problem
        self.test.setEnabled(not self._is_testing and not why_not)
        self.test.setToolTip(why_not or self.tr("Send a test message from this computer now"))

    def begin(self) -> None:
        """A test is under way."""
        self._is_testing, self._outcome = True, None

    def end(self, *, ok: bool, sentence: str) -> None:
        """How it went."""
        self._is_testing, self._outcome = False, (alarms.GOOD if ok else alarms.CRITICAL, sentence)


class AlarmsDialog(QDialog):
    """View ▸ Alarms; follows what the session reads while it is open."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._rows: tuple[AlarmRow, ...] | None = None
        self._board: Board | None = None
        self.lines: dict[Channel, ChannelLine] = {}
        self.setWindowTitle(self.tr("Alarms"))
        self.setModal(True)
        open_at(self, WIDTH, HEIGHT)
        self._build()
        session.alarms_read.connect(self.show_board)
        self.finished.connect(self._leave)
        if session.board is not None:
            self.show_board(session.board)

    def _build(self) -> None:
        self.title, self._list, self._channels = QLabel(self.tr("Alarms")), QScrollArea(), QFrame()
        self.title.setFont(self._theme.semi_bold(2.5))
        heading = Words(self._theme, self.tr("Channels"), "text2", wraps=False)
        heading.setFont(self._theme.semi_bold())
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMinimumHeight(LEAST_LIST)
        self._list.setAccessibleName(self.tr("Alarms"))
        self._channels.setObjectName("blocks")
        self._channels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self._channels)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (self.title, self._list, heading, self._channels):
            layout.addWidget(part, 1 if part is self._list else 0)
        layout.addSpacing(4)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_board(self, board: Board) -> None:
        """What is raised now, and how the channels fare."""
        self._board = board
        session = self._session
        self.title.setText(alarms.headline(board))
        rows = alarms.alarm_rows(board, session.zone, session.mart.now())
        if rows != self._rows:
            self._rows = rows
            self._list.setWidget(self._filled(rows))
        for row in alarms.channel_rows(board):
            if row.channel not in self.lines:
                self._add_line(row)
            self.lines[row.channel].show_row(row)

    def show_channel(self, channel: Channel) -> None:
        """Go to the button that tries this channel."""
        if channel in self.lines:
            self.lines[channel].test.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self, rows: tuple[AlarmRow, ...]) -> QWidget:
        holder = QFrame()
        holder.setObjectName("blocks")
        column = QVBoxLayout(holder)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for place, row in enumerate(rows):
            column.addWidget(AlarmView(self._theme, row, is_first=place == 0))
        if not rows:
            empty = Words(self._theme, self.tr("No alarm is raised, and none was lately."), "text2")
            empty.setContentsMargins(14, 8, 14, 8)
            column.addWidget(empty)
        column.addStretch(1)
        return holder

    def _add_line(self, row: ChannelRow) -> None:
        why_not = access.why_not(self._session.mart.identity.access, "test")
        line = self.lines[row.channel] = ChannelLine(self._theme, row, is_first=not self.lines, why_not=why_not)
        line.tested.connect(self._test)
        self._column.addWidget(line)

    def _test(self, channel: Channel) -> None:
        self.lines[channel].begin()
        self._refresh()
        self._session.bridge.start(f"test {channel}", self._testing(channel))

    async def _testing(self, channel: Channel) -> None:
        session = self._session
        try:
            tried = await session.bridge.ask(session.mart.test_channel, channel)
        except GimError as error:
            self.lines[channel].end(ok=False, sentence=retold(str(error)))
        else:
            self.lines[channel].end(ok=tried.ok, sentence=retold(tried.sentence))
        self._refresh()

    def _refresh(self) -> None:
        assert self._board is not None
        self.show_board(self._board)

    def _leave(self) -> None:
        """An answer that still comes finds nobody."""
        self._session.alarms_read.disconnect(self.show_board)
        for channel in self.lines:
            self._session.bridge.drop(f"test {channel}")

"""Stop Job: says for each run what stopping means, and asks for the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop import icons
from gim_manager.desktop.dialogs.room import room_for
from gim_manager.desktop.paint import look_of
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Sentence
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.domain.errors import GimError
from gim_manager.presenters import access, stop_job
from gim_manager.presenters.language import retold
from gim_manager.presenters.mart import StopEffect
from gim_manager.presenters.stop_job import Block, Question

MOST_BLOCKS_HEIGHT = 420
BESIDE_BLOCKS = 200
"""Pixels of the question, the reason and the buttons."""


def _coloured(label: QLabel, theme: Theme, token: str) -> QLabel:
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme[token])
    label.setPalette(palette)
    return label


class BlockView(QFrame):
    """One run: who it is at the left, what will happen at the right."""

    switched = Signal(bool)

    def __init__(self, theme: Theme, block: Block, *, is_first: bool, why_not_switch: str) -> None:
        super().__init__()
        self._theme, self._block = theme, block
        self.setObjectName("firstBlock" if is_first else "block")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, round(156 * max(1.0, theme.line_height() / 16)))
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._who(), 0, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._title(), 0, 1)
        self._sentence = Sentence(block.sentence)
        grid.addWidget(self._sentence, 1, 1)
        grid.setRowStretch(3, 1)
        if block.warns:
            self.box = Tick(self._theme, self.tr("Set run-aggregates to false first"))
            self.box.toggled.connect(self._switch)
            self.box.setEnabled(not why_not_switch)
            self.box.setToolTip(why_not_switch)
            grid.addLayout(self.box.flush(), 2, 1)

    def _who(self) -> QVBoxLayout:
        block, theme = self._block, self._theme
        name, number = QLabel(block.job), QLabel(str(block.run_id))
        name.setFont(theme.semi_bold())
        look = look_of(block.status, block.cause)
        state, glyph = QLabel(block.state), QLabel()
        state.setFont(theme.medium(digits=True))
        glyph.setPixmap(icons.pixmap(look.icon, theme[look.token], icons.GLYPH, self.devicePixelRatioF()))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(glyph)
        line.addWidget(_coloured(state, theme, look.token))
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(name)
        column.addWidget(_coloured(number, theme, "text2"))
        column.addLayout(line)
        return column

    def _title(self) -> QHBoxLayout:
        self._title_words = QLabel(self._block.title)
        self._title_words.setFont(self._theme.semi_bold())
        line = QHBoxLayout()
        line.setSpacing(7)
        if self._block.warns:
            glyph = QLabel()
            glyph.setPixmap(icons.pixmap("warning", self._theme["stopping"], 15, self.devicePixelRatioF()))
            line.addWidget(glyph)
            _coloured(self._title_words, self._theme, "stopping")
        line.addWidget(self._title_words)
        line.addStretch(1)
        return line

    def _switch(self, ticked: bool) -> None:
        block = self._block
        self._title_words.setText(block.switched_title if ticked else block.title)
        self._sentence.setText(block.switched_sentence if ticked else block.sentence)
        self.switched.emit(ticked)


class ReasonEdit(QLineEdit):
    """Return here does not stop anything."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class StopJobDialog(QDialog):
    """Window-modal; the safe button is the default."""

    def __init__(self, theme: Theme, session: Session, effects: tuple[StopEffect, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._ids = [effect.run.id for effect in effects]
        self._switches_off = False
        self.question = stop_job.question(effects, session.mart.now())
        self.setWindowTitle(self.tr("Stop Job"))
        self.setModal(True)
        self._build(self.question)
        self.finished.connect(self._leave)
        self.reason.setFocus()

    def _build(self, question: Question) -> None:
        title = QLabel(question.title)
        title.setFont(self._theme.semi_bold(2.5))
        label = QLabel(self.tr("Reason, kept on the runs"))
        self.reason = ReasonEdit(placeholderText=self.tr("for example: wrong parameters, ticket number"))
        self.reason.setAccessibleName(label.text())
        self.reason.setMaxLength(200)
        label.setBuddy(self.reason)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.hide()
        _coloured(self._problem, self._theme, "failed")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addStrut(min(640, room_for(self).width() - 40))
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self._blocks(question), 1)
        layout.addSpacing(4)
        layout.addWidget(label)
        layout.addWidget(self.reason)
        layout.addWidget(self._problem)
        layout.addSpacing(6)
        layout.addLayout(self._buttons(question))

    def _blocks(self, question: Question) -> QWidget:
        holder = QFrame()
        holder.setObjectName("blocks")
        column = QVBoxLayout(holder)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        why_not = access.why_not(self._session.mart.identity.access, "options")
        self.blocks = [
            BlockView(self._theme, block, is_first=row == 0, why_not_switch=why_not)
            for row, block in enumerate(question.blocks)
        ]
        for view in self.blocks:
            view.switched.connect(self._switch)
            column.addWidget(view)
        most = min(MOST_BLOCKS_HEIGHT, room_for(self).height() - BESIDE_BLOCKS)
        if holder.sizeHint().height() <= most:
            return holder
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(most)
        area.setWidget(holder)
        return area

    def _buttons(self, question: Question) -> QHBoxLayout:
        who = self._session.mart.identity
        person = _coloured(
            QLabel(self.tr("{user} from {host}").format(user=who.user, host=who.host)), self._theme, "text2"
        )
        self.keep = QPushButton(question.keep)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.stop = QPushButton(question.button)
        self.stop.setObjectName("danger")
        self.stop.setAutoDefault(False)
        icons.put(self._theme, self.stop, "stop", "failed")
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(person)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.stop)
        return row

    def _leave(self) -> None:
        """An answer that still comes finds nobody."""
        self._session.bridge.drop("stop")

    def _switch(self, ticked: bool) -> None:
        self._switches_off = ticked

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._session.bridge.start("stop", self._stopping(self.reason.text().strip()))

    async def _stopping(self, reason: str) -> None:
        session = self._session
        try:
            if self._switches_off:
                await session.bridge.ask(session.mart.set_option, *stop_job.SWITCH)
            await session.bridge.ask(session.mart.stop, self._ids, reason)
        except GimError as error:
            self._problem.setText(retold(str(error)))
            self._problem.show()
            self.stop.setEnabled(True)
        else:
            session.refresh()
            self.accept()

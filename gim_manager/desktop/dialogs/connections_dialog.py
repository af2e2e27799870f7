"""Connections: those that are saved, the parts of one, whether it works, and the way in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.saved import SavedConnections
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.connection_form import ConnectionForm
from gim_manager.desktop.widgets.labels import Glyph, Words
from gim_manager.desktop.widgets.two_line_list import VALUE, Lines, TwoLineList
from gim_manager.domain.errors import BadUrl, GimError, NoKeyring
from gim_manager.host.settings import Settings
from gim_manager.presenters import connection_answers, connections
from gim_manager.presenters.connection_answers import NOTHING, REACHING, Offer, Outcome
from gim_manager.presenters.connections import Draft, Row

if TYPE_CHECKING:
    from gim_manager.usecases.connections import Saved

ACT = "connection"
WIDTH, HEIGHT, LIST_WIDTH, ANSWER_LINES = 920, 600, 300, 4
GAP, SPACING = 16, 8


def _lines(row: Row) -> Lines:
    return Lines(title=row.name, below=row.place, below_elides=Qt.TextElideMode.ElideMiddle)


class ConnectionsDialog(QDialog):
    """Test says what is there, Save keeps it, Connect opens it."""

    chosen = Signal(str, str)
    """The whole URL to open, and the name of the saved connection, empty if it is none."""
    changed = Signal()
    """Another set of connections is saved."""

    def __init__(self, theme: Theme, bridge: Bridge, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bridge = theme, bridge
        self._saved = SavedConnections(bridge, settings)
        self._drafts: dict[str, Draft] = {}
        """What is typed and not saved, by the name of the saved one; empty for a new one."""
        self._known: dict[str, Draft] = {}
        self._offers: frozenset[Offer] = frozenset()
        self._asked_to_remove = ""
        self.setWindowTitle(self.tr("Connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        scale = max(1.0, theme.line_height() / 16)
        self.resize(round(WIDTH * scale), round(HEIGHT * scale))
        self.list = TwoLineList(theme, self.tr("Saved connections"), _lines)
        self.list.setFixedWidth(round(LIST_WIDTH * scale))
        self._build()
        self.list.currentRowChanged.connect(self._go_to)
        self.form.changed.connect(self._typed)
        self.finished.connect(self._forget_act)
        self._typed()

    def _build(self) -> None:
        self.form = ConnectionForm(self._theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(area, 1)
        right.addLayout(self._answer_row())
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addLayout(self._left())
        body.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addLayout(self._buttons())
        below = (self.test, self.save, self.cancel, self.connect_button)
        for one, other in pairwise((self.list, self.new, self.remove, *self.form.in_order(), *below)):
            QWidget.setTabOrder(one, other)

    def _left(self) -> QVBoxLayout:
        heading = QLabel(self.tr("Saved connections"))
        heading.setFont(self._theme.semi_bold())
        heading.setBuddy(self.list)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        return column

    def _answer_row(self) -> QHBoxLayout:
        self._glyph, self.answer = Glyph(self._theme), Words(self._theme)
        self.answer.setMinimumHeight(ANSWER_LINES * self._theme.line_height())
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1)
        return row

    def _buttons_of_list(self) -> QWidget:
        self.new, self.remove = self._button(self.tr("New")), self._button(self.tr("Remove"))
        self.new.clicked.connect(self.begin_new)
        self.remove.clicked.connect(self._remove_clicked)
        part = QWidget()
        part.setFixedWidth(self.list.width() + GAP - SPACING)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.new)
        row.addWidget(self.remove)
        row.addStretch(1)
        return part

    def _buttons(self) -> QHBoxLayout:
        self.test, self.save = self._button(self.tr("Test")), self._button(self.tr("Save"))
        self.cancel, self.connect_button = self._button(self.tr("Cancel")), QPushButton(self.tr("Connect"))
        self.connect_button.setObjectName("primary")
        self.connect_button.setDefault(True)
        self.test.clicked.connect(lambda: self._bridge.start(ACT, self._reach(then_open=False)))
        self.save.clicked.connect(lambda: self._bridge.start(ACT, self._save()))
        self.connect_button.clicked.connect(lambda: self._bridge.start(ACT, self._reach(then_open=True)))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._buttons_of_list())
        row.addWidget(self.test)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.connect_button)
        return row

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def read(self, name: str = "", problem: GimError | None = None) -> None:
        """Read what is saved and show one, the last used unless it has this name; `problem` is why it is shown."""
        self._bridge.start(ACT, self._read(name, problem))

    async def _read(self, name: str = "", problem: GimError | None = None, outcome: Outcome = NOTHING) -> None:
        saved: tuple[Saved, ...] = await self._saved.listed()
        self._known = {one.name: connections.draft_of(one) for one in saved}
        rows = connections.rows(saved)
        self.list.blockSignals(True)
        self.list.show_values(rows)
        names = [row.name for row in rows]
        self.list.setCurrentRow(names.index(name) if name in names else 0 if names else -1)
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())
        if problem is not None:
            self._fail(problem)
        elif outcome is not NOTHING:
            self._say(outcome)
        else:
            (self.list if names else self.form.host).setFocus()

    def begin_new(self) -> None:
        """An empty form, and the focus in it."""
        self.list.setCurrentRow(-1)
        self._go_to(-1)
        self.form.host.setFocus()

    def _choose(self, row: int) -> None:
        name = self.list.item(row).data(VALUE).name if row >= 0 else ""
        self.form.show_draft(self._drafts.get(name, self._known.get(name, Draft())))
        if row < 0:
            self.list.clearSelection()
        self._settle()

    def _go_to(self, row: int) -> None:
        self._forget_act()
        self._choose(row)

    def _typed(self) -> None:
        self._forget_act()
        draft = self.form.draft
        if draft == self._known.get(draft.saved_as, Draft()):
            self._drafts.pop(draft.saved_as, None)
        else:
            self._drafts[draft.saved_as] = draft
        self._settle()

    def _settle(self) -> None:
        """What was said and offered was about something else."""
        self._offer(frozenset())
        draft = self.form.draft
        problem = connections.problem(draft)
        for button in (self.test, self.save, self.connect_button):
            button.setEnabled(not problem)
            button.setToolTip(problem)
        self.remove.setEnabled(bool(draft.saved_as))
        self.remove.setToolTip("" if draft.saved_as else self.tr("Choose a saved connection"))
        self._say(Outcome(icon="failed", token="failed", text=draft.fault) if draft.fault else NOTHING)

    def _offer(self, offers: frozenset[Offer]) -> None:
        self._offers = offers
        last = Offer.WITHOUT_PASSWORD if Offer.WITHOUT_PASSWORD in offers else Offer.UNTESTED
        self.save.setText(connection_answers.SAVE_WORDS[last] if offers else self.tr("Save"))
        self._asked_to_remove = ""
        self.remove.setText(self.tr("Remove"))

    def _say(self, outcome: Outcome) -> None:
        self._glyph.show_icon(outcome.icon, outcome.token)
        self.answer.ink(outcome.token if outcome.token != "complete" else "text")
        self.answer.setText(outcome.text)
        self.answer.setAccessibleName(outcome.text)

    def _fail(self, error: GimError) -> None:
        self._say(connection_answers.failed(error))
        if connection_answers.is_about_password(error):
            self.form.password.setFocus()
            self.form.password.selectAll()

    async def _reach(self, *, then_open: bool) -> None:
        draft = self.form.draft
        self._offer(frozenset())
        if not await self._is_reached(draft) or not then_open:
            return
        try:
            url = await self._saved.whole_url(connections.wanted(draft))
        except GimError as error:
            self._fail(error)
            return
        known = self._known.get(draft.saved_as)
        name = draft.saved_as if known is not None and draft.is_like(known) else ""
        self.accept()
        self.chosen.emit(url, name)

    async def _is_reached(self, draft: Draft) -> bool:
        self._say(REACHING)
        try:
            reached = await self._saved.tried(connections.wanted(draft))
        except GimError as error:
            self._fail(error)
            if not isinstance(error, BadUrl):
                self._offer(frozenset({Offer.UNTESTED}))
            return False
        self._say(connection_answers.found(reached, is_file=draft.is_file))
        return True

    async def _save(self) -> None:
        draft, offers = self.form.draft, self._offers
        if not offers and not await self._is_reached(draft):
            return
        wanted = connections.wanted(draft)
        if Offer.WITHOUT_PASSWORD in offers:
            wanted = connections.without_keeping(wanted)
        name = connections.name_of(draft)
        try:
            await self._saved.save(name, wanted)
        except GimError as error:
            self._fail(error)
            self._offer(frozenset({Offer.WITHOUT_PASSWORD}) if isinstance(error, NoKeyring) else frozenset())
            return
        self._drafts.pop(draft.saved_as, None)
        self._offer(frozenset())
        self.changed.emit()
        await self._read(name, outcome=connection_answers.saved_as(name, wanted))

    def _remove_clicked(self) -> None:
        name = self.form.draft.saved_as
        if self._asked_to_remove == name:
            self._bridge.start(ACT, self._remove(name))
            return
        self._forget_act()
        self._settle()
        self._asked_to_remove = name
        self.remove.setText(self.tr("Remove it"))
        self._say(connection_answers.asks_to_remove(name))

    async def _remove(self, name: str) -> None:
        try:
            await self._saved.remove(name)
        except GimError as error:
            self._fail(error)
            return
        self._drafts.pop(name, None)
        self.changed.emit()
        await self._read()

    def _forget_act(self) -> None:
        """An answer that still comes finds nobody, or is about something else."""
        self._bridge.drop(ACT)

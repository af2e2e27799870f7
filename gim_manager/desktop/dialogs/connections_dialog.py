"""Connections: what is tried, saved and removed, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.connections_layout import ConnectionsLayout
from gim_manager.desktop.saved import SavedConnections
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.two_line_list import VALUE
from gim_manager.domain.errors import BadUrl, GimError, NoKeyring
from gim_manager.host.settings import Settings
from gim_manager.presenters import connection_answers, connections
from gim_manager.presenters.connection_answers import NOTHING, Offer, Outcome
from gim_manager.presenters.connections import Draft
from gim_manager.presenters.language import tr

if TYPE_CHECKING:
    from gim_manager.usecases.connections import Saved

ACT = "connection"


class ConnectionsDialog(ConnectionsLayout):
    """Test says what is there, Save keeps it, Connect opens it."""

    chosen = Signal(str, str)
    """The whole URL to open, and the name of the saved connection, empty if it is none."""
    changed = Signal()
    """Another set of connections is saved."""

    def __init__(self, theme: Theme, bridge: Bridge, settings: Settings, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._bridge = bridge
        self._saved = SavedConnections(bridge, settings)
        self._drafts: dict[str, Draft] = {}
        """What is typed and not saved, by the name of the saved one; empty for a new one."""
        self._known: dict[str, Draft] = {}
        self._offers: frozenset[Offer] = frozenset()
        self._asked_to_remove = ""
        self._connect()
        self._typed()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._go_to)
        self.form.changed.connect(self._typed)
        self.new.clicked.connect(self.begin_new)
        self.remove.clicked.connect(self._remove_clicked)
        self.test.clicked.connect(lambda: self._bridge.start(ACT, self._reach(then_open=False)))
        self.save.clicked.connect(lambda: self._bridge.start(ACT, self._save()))
        self.connect_button.clicked.connect(lambda: self._bridge.start(ACT, self._reach(then_open=True)))
        self.finished.connect(self._forget_act)

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
            self.say(outcome)
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
        self.say(Outcome(icon="failed", token="failed", text=draft.fault) if draft.fault else NOTHING)

    def _offer(self, offers: frozenset[Offer]) -> None:
        self._offers = offers
        last = Offer.WITHOUT_PASSWORD if Offer.WITHOUT_PASSWORD in offers else Offer.UNTESTED
        self.save.setText(tr(connection_answers.SAVE_WORDS[last]) if offers else self.tr("Save"))
        self._asked_to_remove = ""
        self.remove.setText(self.tr("Remove"))

    def _fail(self, error: GimError) -> None:
        self.say(connection_answers.failed(error))
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
        self.say(connection_answers.reaching())
        try:
            reached = await self._saved.tried(connections.wanted(draft))
        except GimError as error:
            self._fail(error)
            if not isinstance(error, BadUrl):
                self._offer(frozenset({Offer.UNTESTED}))
            return False
        self.say(connection_answers.found(reached, is_file=draft.is_file))
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
        self.say(connection_answers.asks_to_remove(name))

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

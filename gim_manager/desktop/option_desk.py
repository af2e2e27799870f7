"""The options of a session while a person changes them: what is asked, when, and what comes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gim_manager.desktop.computing import Abandoned
from gim_manager.desktop.session import Session
from gim_manager.domain.conditions import Level
from gim_manager.domain.day_plan import compare
from gim_manager.domain.errors import GimError
from gim_manager.domain.option_file import Key
from gim_manager.domain.verify import verify
from gim_manager.presenters import option_plan
from gim_manager.presenters.language import tr
from gim_manager.presenters.option_plan import PlanView
from gim_manager.presenters.option_sheet import Judged, Sheet, changes, judged, previewed, seen
from gim_manager.usecases.options import Imported, OptionChange

SETTLE_MS = 300
"""A day is played when the keys have rested so long."""
FOCUS_MS = 60
"""A held Tab key passes many options: only the history of the one it rests on is asked for."""


class OptionDesk(QObject):
    """Holds the sheet; every act gives another one, and `changed` asks the page to look again."""

    read = Signal()
    """The options were read for the first time."""
    changed = Signal()
    history_read = Signal()
    plan_changed = Signal()
    all_history_read = Signal(object)
    """The changes of every option."""
    imported = Signal(object, object, bool)
    """Imported, the file, and whether it was only tried."""
    failed = Signal(str, str)
    """What was tried, and a sentence."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.sheet, self.found = Sheet(), Judged(proposed=Sheet().stored)
        self.zones: tuple[str, ...] = ()
        self.is_read = False
        self.done = ""
        self.plan = PlanView()
        self.history: tuple[OptionChange, ...] | None = None
        self._focus: Key | None = None
        self._is_busy = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._play)
        self._looking = QTimer(self, singleShot=True, interval=FOCUS_MS)
        self._looking.timeout.connect(self._ask_history)

    def ask(self) -> None:
        """Read the options, again and again as they change."""
        self.session.bridge.start("options", self._read())

    def obstacle(self) -> str:
        """What keeps every change from being written just now."""
        if self.session.freshness.is_lost:
            return self.tr("the connection is lost")
        return self.tr("applying …") if self._is_busy else ""

    async def _read(self) -> None:
        session = self.session
        try:
            if not self.is_read:
                self.zones = await session.bridge.ask(session.mart.zones)
            found = await session.bridge.ask(session.mart.options)
        except GimError:
            # The session notices by itself that the connection is lost, and says so.
            return
        first, self.is_read = not self.is_read, True
        if first or found != self.sheet.read:
            self.take(self.sheet.refreshed(found))
            self._looking.start()
        if first:
            self.read.emit()

    def take(self, sheet: Sheet) -> None:
        """Another sheet is on the desk."""
        before, self.sheet, self.found = self.sheet, sheet, judged(sheet)
        if sheet.drafts:
            self.done = ""
        if sheet.drafts != before.drafts or sheet.stored != before.stored:
            self._look_ahead()
        self.changed.emit()

    def type(self, key: Key, text: str) -> None:
        """A person has another text in the editor."""
        self.take(self.sheet.typed(key, text))

    def _look_ahead(self) -> None:
        """The day by the drafts, once they rest; of drafts that the schedule does not follow there is none."""
        self.session.bridge.drop("preview")
        self._settle.stop()
        after, left_out = previewed(self.sheet, self.found)
        wrong = [finding for finding in verify(after) if finding.level is Level.ERROR]
        if not option_plan.is_worth_playing(self.sheet):
            self._show(PlanView())
        elif wrong:
            self._show(option_plan.obstructed(wrong[0].message))
        else:
            self._show(option_plan.pending(self.sheet, left_out))
            self._settle.start()

    def _show(self, plan: PlanView) -> None:
        self.plan = plan
        self.plan_changed.emit()

    def _play(self) -> None:
        self.session.bridge.start("preview", self._played(self.sheet))

    async def _played(self, sheet: Sheet) -> None:
        session = self.session
        after, left_out = previewed(sheet, self.found)
        try:
            question = await session.bridge.ask(session.mart.preview, sheet.stored, after)
            answer = await session.bridge.compute(compare, question)
        except GimError as error:
            self._show(option_plan.failed(str(error)))
        except Abandoned:
            self._show(option_plan.failed(self.tr("The day could not be played: its process ended.")))
        else:
            self._show(option_plan.view(answer, question, sheet, left_out))

    def look_at(self, key: Key) -> None:
        """The focus is on this option."""
        if key != self._focus:
            self._focus, self.history = key, None
            self._looking.start()

    def _ask_history(self) -> None:
        if self._focus is not None and self.is_read:
            self.session.bridge.start("option history", self._read_history(self._focus))

    async def _read_history(self, key: Key) -> None:
        session = self.session
        try:
            self.history = await session.bridge.ask(session.mart.option_history, *key)
        except GimError:
            # As in `_read`: the session tells; the inspector says that the history is not known.
            self.history = None
        self.history_read.emit()

    def ask_all_history(self) -> None:
        """The changes of every option, for a list of them."""
        self.session.bridge.start("all option history", self._read_all_history())

    async def _read_all_history(self) -> None:
        session = self.session
        try:
            self.all_history_read.emit(await session.bridge.ask(session.mart.option_history, None, None))
        except GimError as error:
            self.failed.emit(self.tr("The history cannot be read"), str(error))

    def apply(self) -> None:
        """Write every draft, all or none."""
        self._is_busy = True
        self.changed.emit()
        self.session.bridge.start("apply options", self._applied(self.sheet))

    async def _applied(self, sheet: Sheet) -> None:
        session = self.session
        try:
            written = changes(sheet)
            await session.bridge.ask(session.mart.change_options, written, seen(sheet))
        except GimError as error:
            self.failed.emit(self.tr("The options were not changed"), str(error))
        else:
            self.sheet = self.sheet.written(written)
            self.done = tr("Applied {n} changes", "", len(sheet.drafts), one="Applied {n} change")
        finally:
            self._is_busy = False
        await self._read()
        self.changed.emit()

    def import_file(self, file: Path, *, dry_run: bool) -> None:
        """Say what a file would change, or take it over."""
        self.session.bridge.start("import options", self._imported(file, dry_run))

    async def _imported(self, file: Path, dry_run: bool) -> None:
        session = self.session
        try:
            found: Imported = await session.bridge.ask(session.mart.import_options, file, dry_run)
        except GimError as error:
            self.failed.emit(self.tr("The file cannot be imported"), str(error))
            return
        if not dry_run and not found.errors:
            self.done = tr("Imported {n} changes", "", len(found.changed), one="Imported {n} change")
            await self._read()
            self.changed.emit()
        self.imported.emit(found, file, dry_run)

    def export_file(self, file: Path) -> None:
        """Write all options into a file."""
        self.session.bridge.start("export options", self._exported(file))

    async def _exported(self, file: Path) -> None:
        session = self.session
        try:
            await session.bridge.ask(session.mart.export_options, file)
        except GimError as error:
            self.failed.emit(self.tr("The options were not exported"), str(error))
        else:
            self.done = self.tr("Exported to {file}").format(file=file.name)
            self.changed.emit()

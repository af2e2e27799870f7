"""How an Info Mart comes into the window and leaves it: opened and closed in a thread, and what is said if it fails."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from qasync import QEventLoop

from gim_manager.desktop.attempt import Attempt, Heed
from gim_manager.desktop.bridge import Bridge
from gim_manager.domain.errors import GimError, OlderSchema
from gim_manager.presenters import connections
from gim_manager.presenters.language import spoken
from gim_manager.presenters.second_start import is_same

if TYPE_CHECKING:
    from gim_manager.desktop.dialogs.connections_dialog import ConnectionsDialog
    from gim_manager.desktop.memory import Memory
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.theme import Theme
    from gim_manager.desktop.window import MainWindow
    from gim_manager.presenters.mart import Mart, Progress


def open_mart(url: str, heed: Heed, *, host: bool) -> Mart:
    """The Info Mart at this URL; `host` runs a server for it here. Blocks; raises what opening a database raises, and
    what `heed` raises."""
    # Imported here, in a thread: the window is on the screen before the database's libraries and its own pages are.
    import gim_manager.desktop.workplace  # noqa: F401
    from gim_manager.bootstrap import open_context
    from gim_manager.presenters.open_mart import OpenMart

    heed()
    spoken().phrases.make_ready()
    with ExitStack() as opened:
        context = opened.enter_context(open_context(url, host_engine=host, scheduling=host))
        kept = opened.pop_all()
        try:
            return OpenMart(context, lambda _stop_jobs: kept.close())
        except BaseException:
            kept.close()
            raise


def migrate(url: str, progress: Progress) -> None:
    """Bring the manager's tables up to date and ask for Job_MigrateGIM, so that the Info Mart can be opened (R29).

    Blocks; raises what opening it raises, OlderServer while a server works with the older tables, and what `progress`
    raises: then all is as it was.
    """
    from gim_manager.bootstrap import open_context
    from gim_manager.usecases.upgrade import upgraded

    with open_context(url, any_age=True) as context:
        upgraded(context, progress=progress)


def _let_live(company: ExitStack, idb_url: str) -> None:
    from gim_manager.usecases.living import living

    company.enter_context(living(idb_url))


def is_file_url(url: str) -> bool:
    """Whether the server for this Info Mart runs inside the window; on a recording none does."""
    from gim_manager.domain.access import RECORDING

    return url.startswith("sqlite") and not url.endswith(RECORDING)


def file_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path.absolute().as_posix()}"


class Opening(QObject):
    """Opens, closes and replaces the window's session; remembers the last one."""

    failed = Signal(object)
    """GimError: an Info Mart could not be opened."""
    older = Signal(str, object)
    """A URL and its OlderSchema: what could be opened once it is migrated."""
    opened = Signal()
    gone = Signal()
    """Everything is closed: the program may end."""

    def __init__(self, loop: QEventLoop, theme: Theme, memory: Memory, window: MainWindow, *, hosts: bool) -> None:
        from gim_manager.desktop.saved import SavedConnections

        super().__init__(window)
        self._loop, self._theme, self._memory, self._window = loop, theme, memory, window
        self._hosts = hosts
        self._bridge = Bridge(loop)
        self._session: Session | None = None
        self._company = ExitStack()
        self._url = ""
        """What is being opened, or was last."""
        self._older_name = ""
        """The saved connection of the one that `older` told of."""
        self._saved = SavedConnections(self._bridge, memory.settings)
        self._attend(window)
        self.read_saved()

    def _attend(self, window: MainWindow) -> None:
        window.demo_wanted.connect(self.ask_for_demo)
        window.open_wanted.connect(self.ask_for_file)
        window.restore_wanted.connect(lambda: window.files.restore(self._bridge))
        window.connect_wanted.connect(lambda: self.ask_for_connection())
        window.toolbar.saved_wanted.connect(lambda name: window.leaving.letting_go(lambda: self.open_saved(name))())
        window.disconnect_wanted.connect(self.disconnect_mart)
        window.dropped.connect(lambda path: self.open(file_url(path)))
        window.first_page.stopped.connect(self.stop)
        window.closing.connect(self.leave)

    def move_to(self, window: MainWindow) -> None:
        """What is open, or being opened, is shown by another window from now on."""
        from gim_manager.desktop.session import Session

        self._window = window
        self.setParent(window)
        self._attend(window)
        self.read_saved()
        if (before := self._session) is not None:
            self._session = Session(before.mart, before.detached(), self)
            before.deleteLater()
            window.show_session(self._session)
        elif self._bridge.is_under_way("open"):
            window.show_opening(self._url)

    @property
    def session(self) -> Session | None:
        """The open session."""
        return self._session

    def takes(self, url: str | None) -> bool:
        """Take upon it a further start that names this Info Mart or none: come up if it shows that, or shows nothing
        yet and may open it."""
        is_wanted = url is None or self._is_of(url)
        if not is_wanted and (self._session is not None or self._bridge.is_under_way("open")):
            return False
        self._window.come_up()
        if url is not None and not is_wanted:
            self.open(url)
        return True

    def _is_of(self, url: str) -> bool:
        """Whether this Info Mart is open, or being opened."""
        if self._session is not None:
            return is_same(self._session.mart.identity.url, url)
        return self._bridge.is_under_way("open") and is_same(self._url, url)

    def open(self, url: str, name: str = "") -> None:
        """Open an Info Mart in place of the one that is open; `name` is its saved connection, if it has one."""
        self._url = url
        self._bridge.start("open", self._open(url, name))

    def open_saved(self, name: str) -> None:
        """Open a saved connection; if that fails, its form says why."""
        self._bridge.start("open", self._open_saved(name))

    async def _open_saved(self, name: str) -> None:
        try:
            url = await self._saved.url_of(name)
        except GimError as error:
            self.ask_for_connection(name, error)
            return
        await self._open(url, name)

    def open_last(self) -> None:
        """Open what was open when the window was closed, if anything was."""
        if name := self._memory.last_connection:
            self.open_saved(name)
        elif url := self._memory.last_url:
            self.open(url)

    def read_saved(self) -> None:
        """Offer the saved connections in the toolbar."""
        self._bridge.start("saved", self._read_saved())

    async def _read_saved(self) -> None:
        self._window.toolbar.show_saved(connections.rows(await self._saved.listed()))

    async def _open(self, url: str, name: str = "") -> None:
        from gim_manager.desktop.session import Session

        self._url = url
        await self._let_go()
        self._window.show_opening(url)
        host = self._hosts and is_file_url(url)
        attempt = Attempt(lambda heed: open_mart(url, heed, host=host), lambda mart: mart.close(stop_jobs=True))
        try:
            mart = await self._bridge.ask_apart(attempt.run)
        except asyncio.CancelledError:
            self._bridge.leave(attempt.give_up())
            raise
        except OlderSchema as error:
            self._window.show_first_page()
            self._older_name = name
            self.older.emit(url, error)
            return
        except GimError as error:
            self._window.show_first_page()
            if name:
                self.ask_for_connection(name, error)
            else:
                self.failed.emit(error)
            return
        self._session = Session(mart, Bridge(self._loop), self)
        self._window.show_session(self._session)
        if self._hosts and not mart.identity.access.is_recording:
            await self._remember(mart.identity.url, name)
        self.opened.emit()

    async def _remember(self, shown_url: str, name: str) -> None:
        # The mask in the place of a password would be taken for one.
        self._memory.keep_last_url(shown_url.replace(":***@", "@"))
        self._memory.keep_last_connection(name or None)
        if name:
            await self._saved.note_use(name)
            self.read_saved()

    def stop(self) -> None:
        """Give up what is being opened, at once, whatever its database does."""
        self._bridge.drop("open")
        self._window.show_first_page()

    def migrate(self, url: str) -> None:
        """Bring an older Info Mart up to date, then open it, by its name where it has one; stopped, it is as it was."""
        from gim_manager.desktop.dialogs.work_dialog import WorkDialog

        name, place = self._older_name, connections.place(url)
        sentence = self.tr("{place} is brought up to date, then opened.").format(place=place)
        dialog = WorkDialog(self._theme, self._bridge, self.tr("Migrate"), sentence, self._window)
        dialog.made.connect(lambda _came_to: self.open(url, name))
        dialog.begin(lambda progress: migrate(url, progress))

    def accompany(self, idb_url: str) -> None:
        """Let the sample contact centre of this IDB live until the window is closed."""
        self._bridge.start("accompany", self._accompany(idb_url))

    async def _accompany(self, idb_url: str) -> None:
        await self._bridge.ask(_let_live, self._company, idb_url)

    def disconnect_mart(self) -> None:
        """Let go of the Info Mart and show the first page."""
        self._memory.keep_last_url(None)
        self._memory.keep_last_connection(None)
        self._bridge.start("open", self._disconnect())

    async def _disconnect(self) -> None:
        await self._let_go()

    async def _let_go(self) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        session.close()
        session.deleteLater()
        self._window.show_first_page()
        await self._bridge.ask(session.mart.close, stop_jobs=True)

    def leave(self) -> None:
        """The window is closing: the hosted server ends, then the program."""
        self._bridge.start("open", self._leave())

    async def _leave(self) -> None:
        try:
            await self._let_go()
            await self._bridge.ask(self._company.close)
        finally:
            self.gone.emit()

    def end_within(self, seconds: float) -> None:
        """The system ends this person's session, and no turn of the event loop may follow: blocks, at most so long."""
        session, self._session = self._session, None
        if session is not None:
            session.close()
            self._bridge.settle(lambda: session.mart.close(stop_jobs=True), seconds)

    def ask_for_file(self) -> None:
        """Choose a local Info Mart."""
        dialog = QFileDialog(self._window, self.tr("Open an Info Mart"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("SQLite databases (*.sqlite *.db)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.open(file_url(Path(path))))
        dialog.open()

    def ask_for_connection(self, name: str = "", problem: GimError | None = None) -> ConnectionsDialog:
        """Choose among the saved connections, or fill in another; `problem` is why the one of this name is shown."""
        from gim_manager.desktop.dialogs.connections_dialog import ConnectionsDialog

        dialog = ConnectionsDialog(self._theme, self._bridge, self._memory.settings, self._window)
        dialog.chosen.connect(self.open)
        dialog.changed.connect(self.read_saved)
        dialog.read(name, problem)
        dialog.open()
        return dialog

    def ask_for_demo(self) -> None:
        """Make a sample contact centre and open it."""
        from gim_manager.desktop.dialogs.demo_dialog import DemoDialog

        dialog = DemoDialog(self._theme, self._bridge, self._window)
        dialog.made.connect(self.open)
        dialog.made_idb.connect(self.accompany)
        dialog.open()

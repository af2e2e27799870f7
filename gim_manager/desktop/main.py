"""The program with a window: up, until it is closed, and down again in order."""

from __future__ import annotations

import logging
import signal
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer

from gim_manager.desktop import language
from gim_manager.desktop.doorbell import Doorbell
from gim_manager.desktop.program import Program, application
from gim_manager.desktop.window import USUAL_SIZE
from gim_manager.domain.errors import Exit, GimError
from gim_manager.host.paths import profile
from gim_manager.presenters.language import retold, spoken, tr
from gim_manager.presenters.second_start import from_anywhere

if TYPE_CHECKING:
    from gim_manager.desktop.language import Choice

LOOK_MS, LOOKS, PATIENCE_MS = 80, 3, 60_000
"""A picture is taken when the window was found idle so many times in a row."""
FAREWELL_MS = 20_000
"""A hosted server gets so long to stop its jobs; its workers end themselves without it."""

SESSION_END_SECONDS = 4.0
"""Windows waits 5 s for a program when a person's session ends."""

_LOG = logging.getLogger(__name__)


class Sample(Protocol):
    """A sample contact centre that goes on living while the window is open."""

    @property
    def idb_url(self) -> str:
        """Where it writes."""

    @property
    def folder(self) -> Path | None:
        """The temporary folder that goes when the window has closed; None if the files stay."""


class Wanted(Protocol):
    """What to open, as the command line says it."""

    @property
    def url(self) -> str | None:
        """The Info Mart; None shows the last one, or the first page."""

    @property
    def profile(self) -> Path | None:
        """Where everything goes that the program writes for this user."""

    @property
    def screenshot(self) -> Path | None:
        """Save a picture of the idle window here and exit."""

    @property
    def live(self) -> Sample | None:
        """What lives on while the window is open."""


def open_window(wanted: Wanted) -> int:
    """Open the window and stay until it is closed; the exit code."""
    if wanted.screenshot is not None:
        return _photograph(wanted, wanted.screenshot)
    application()
    url = from_anywhere(wanted.url) if wanted.url else None
    bell = Doorbell(profile(wanted.profile))
    # A sample lives in the process that started it, with a window of its own.
    if wanted.live is None and bell.is_answered(url):
        return int(Exit.DONE)
    program = Program(wanted.profile, hosts=True)
    _install_hooks(program)
    _attend(program, bell)
    QTimer.singleShot(0, program.window, lambda: _begin(program, wanted, bell))
    code = program.run()
    if wanted.live is not None and wanted.live.folder is not None:
        _remove(wanted.live.folder)
    return code


def _attend(program: Program, bell: Doorbell) -> None:
    """Show the window, and do what it wants of the program."""
    window = program.window
    window.closing.connect(bell.close)
    window.closing.connect(lambda: QTimer.singleShot(FAREWELL_MS, program.app, program.leave))
    window.language_wanted.connect(
        lambda chosen: QTimer.singleShot(0, program.app, lambda: _speak(program, bell, chosen))
    )
    window.show()
    window.tray.appear()


def _speak(program: Program, bell: Doorbell, chosen: Choice) -> None:
    """After the menu in which it was chosen has closed."""
    if language.code(chosen) != spoken().code:
        program.speak(chosen)
        _attend(program, bell)
        # The window before goes with this turn of the event loop, and was passed over by the collector so far.
        QTimer.singleShot(0, program.app, program.garbage.settle)


def _begin(program: Program, wanted: Wanted, bell: Doorbell) -> None:
    """With the window on the screen."""
    opening = program.opening
    opening.failed.connect(lambda error: program.window.show_error(tr("This Info Mart cannot be opened"), str(error)))
    opening.older.connect(lambda url, error: _offer_migration(program, url, error))
    opening.gone.connect(program.leave)
    bell.listen(lambda url: opening.takes(url))
    if wanted.url:
        opening.open(wanted.url)
    else:
        opening.open_last()
    if wanted.live is not None:
        opening.accompany(wanted.live.idb_url)


def _offer_migration(program: Program, url: str, older: GimError) -> None:
    from gim_manager.desktop.dialogs.migrate_dialog import MigrateDialog

    dialog = MigrateDialog(program.theme, retold(str(older)), program.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: program.opening.migrate(url))
    dialog.open()


def _remove(folder: Path) -> None:
    from gim_manager.usecases import demo

    demo.remove(folder)


def _photograph(wanted: Wanted, file: Path) -> int:
    """A picture of the idle window: hosts no engine, asks nothing, starts nothing."""
    program = Program(wanted.profile, hosts=False)
    opening, window = program.opening, program.window
    opening.failed.connect(lambda error: _tell_and_leave(program, error))
    opening.older.connect(lambda _url, error: _tell_and_leave(program, error))
    window.remembers = False
    window.resize(USUAL_SIZE)
    window.show()
    if wanted.url:
        opening.open(wanted.url)
    photographer = _Photographer(program, file, waits_for_mart=bool(wanted.url))
    photographer.begin()
    return program.run()


def _tell_and_leave(program: Program, error: GimError) -> None:
    sys.stderr.write(f"{error}\n")
    program.leave(error.exit_code)


class _Photographer:
    """Looks until the window has been idle for a moment, then takes the picture."""

    def __init__(self, program: Program, file: Path, *, waits_for_mart: bool) -> None:
        self._program, self._file, self._waits = program, file, waits_for_mart
        self._idle = 0
        self._look = QTimer(program.window, interval=LOOK_MS)
        self._look.timeout.connect(self._check)

    def begin(self) -> None:
        self._look.start()
        QTimer.singleShot(PATIENCE_MS, self._program.window, self._give_up)

    def _check(self) -> None:
        workplace = self._program.window.workplace
        painted = workplace.is_painted() if workplace is not None else not self._waits
        self._idle = self._idle + 1 if painted else 0
        if self._idle >= LOOKS:
            self._take()

    def _take(self) -> None:
        self._look.stop()
        if self._program.window.grab().save(str(self._file), "PNG"):
            self._program.leave()
        else:
            sys.stderr.write(f"The picture cannot be written to {self._file}.\n")
            self._program.leave(Exit.FAILED)

    def _give_up(self) -> None:
        if self._look.isActive():
            sys.stderr.write("The window did not come to rest within a minute: the database does not answer.\n")
            self._program.leave(Exit.UNREACHABLE)


def end_session(program: Program) -> None:
    """The system shuts down or the person logs out: nothing is asked, and the hosted server ends in order."""
    program.window.leaving.close_unasked()
    program.opening.end_within(SESSION_END_SECONDS)


def _install_hooks(program: Program) -> None:
    """A bug becomes a line in the log and a report to copy; Ctrl-C in the terminal closes the window, and so does the
    end of the session."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            program.window.leaving.quit()
            return
        _LOG.critical("unexpected error", exc_info=(kind, error, trace), extra={"action": "bug"})
        details = "".join(traceback.format_exception(kind, error, trace))
        program.window.show_error(
            tr("Something unexpected happened"),
            tr("The window goes on. Copy the details into your report."), details,
        )  # fmt: skip

    sys.excepthook = report
    signal.signal(signal.SIGINT, lambda *_: program.window.leaving.quit())
    signal.signal(signal.SIGTERM, lambda *_: end_session(program))
    program.app.commitDataRequest.connect(lambda _manager: end_session(program), Qt.ConnectionType.DirectConnection)

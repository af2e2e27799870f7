"""What is asked before the window lets go of an Info Mart: what would be lost by it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.stage import Stage


class Leaving(QObject):
    """Changes that are not applied, and running jobs of a server inside this window, would go: that is asked."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._may_close = False

    def letting_go(self, act: Callable[[], object]) -> Callable[[], object]:
        """The act, after a question where changes of options would be lost by it."""
        return lambda: self._asks_for_drafts(act) or act()

    def _asks_for_drafts(self, then: Callable[[], object]) -> bool:
        stage = self._stage
        drafts = tuple(stage.workplace.options.desk.sheet.drafts) if stage.workplace is not None else ()
        if drafts:
            dialog = stage.opened(DraftsDialog(stage.theme, drafts, stage))
            dialog.accepted.connect(lambda: self._discard_and(then))
        return bool(drafts)

    def _discard_and(self, then: Callable[[], object]) -> None:
        self._stage.open_workplace.options.discard()
        then()

    def may_close(self) -> bool:
        """Whether the window may close now; if not, a question is open that closes it."""
        stage = self._stage
        if self._may_close:
            return True
        if self._asks_for_drafts(stage.close):
            return False
        if self._ends_jobs():
            dialog = stage.opened(ClosingDialog(stage.theme, stage.session.status, stage))
            dialog.accepted.connect(self._close_now)
            return False
        return True

    def _close_now(self) -> None:
        self._may_close = True
        self._stage.close()

    def _ends_jobs(self) -> bool:
        stage = self._stage
        if stage.workplace is None:
            return False
        status = stage.session.status
        return stage.session.mart.identity.hosts_server and status is not None and bool(status.running)

"""What is asked before the window lets go of an Info Mart, and how it closes or goes on in the tray."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gim_manager.desktop.stage import Stage
    from gim_manager.desktop.tray import Tray


class Leaving(QObject):
    """Changes that are not applied, and a server inside this window with its jobs, would go: that is asked."""

    def __init__(self, stage: Stage, tray: Tray) -> None:
        super().__init__(stage)
        self._stage, self._tray = stage, tray
        self._may_close = False

    def letting_go(self, act: Callable[[], object]) -> Callable[[], object]:
        """The act, after a question where changes of options would be lost by it."""
        return lambda: self._asks_for_drafts(act) or act()

    def _asks_for_drafts(self, then: Callable[[], object]) -> bool:
        from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog

        stage = self._stage
        drafts = tuple(stage.workplace.options.desk.sheet.drafts) if stage.workplace is not None else ()
        if drafts:
            stage.come_up()
            dialog = stage.opened(DraftsDialog(stage.theme, drafts, stage))
            dialog.accepted.connect(lambda: self._discard_and(then))
        return bool(drafts)

    def _discard_and(self, then: Callable[[], object]) -> None:
        self._stage.open_workplace.options.discard()
        then()

    def may_close(self) -> bool:
        """Whether the window may close now; if not, a question is open that closes or hides it."""
        return self._may_close or not (
            self._asks_for_drafts(self._stage.close) or self._asks_for_server(has_tray=self._tray.is_there)
        )

    def quit(self) -> None:
        """Asked for in the tray, where the window is no way out: only what would be lost is asked."""
        if not self._asks_for_drafts(self.quit) and not self._asks_for_server(has_tray=False):
            self.close_unasked()

    def close_unasked(self) -> None:
        """Close, whatever would be lost: that was answered, or nobody is there to ask."""
        self._may_close = True
        self._stage.close()

    def _asks_for_server(self, *, has_tray: bool) -> bool:
        from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
        from gim_manager.presenters import leaving

        stage = self._stage
        if stage.workplace is None:
            return False
        hosts = stage.session.mart.identity.hosts_server
        question = leaving.question(stage.session.status, hosts_server=hosts, has_tray=has_tray)
        if question is None:
            return False
        stage.come_up()
        dialog = stage.opened(ClosingDialog(stage.theme, question, stage, has_tray=has_tray))
        dialog.hidden.connect(stage.hide)
        dialog.accepted.connect(self.close_unasked)
        return True

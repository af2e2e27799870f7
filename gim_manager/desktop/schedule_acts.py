"""What a person does to the schedule from the window: suspend, hold and resume it, and serve it from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gim_manager.domain.errors import GimError

if TYPE_CHECKING:
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.stage import Stage
    from gim_manager.domain.status import EtlStatus


class ScheduleActs(QObject):
    """Asked by the window's actions; what is refused is told by the window."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def suspend_or_resume(self) -> None:
        """Turn run-scheduler off; or, once it is known what that launches, on, or end the hold."""
        session = self._stage.session
        if session.status is not None and session.status.suspended:
            session.bridge.start("what starts next", self._ask_to_resume(session, session.status))
        elif session.status is not None:
            self._change(lambda: session.mart.set_option("schedule", "run-scheduler", "false"))

    def hold(self) -> None:
        """Suspend the schedule for 4 hours."""
        mart = self._stage.session.mart
        self._change(lambda: mart.hold(False))

    def lead(self) -> None:
        """The server of this window becomes the one that launches (R35)."""
        self._change(self._stage.session.mart.lead)

    def serve_or_end(self) -> None:
        """A server begins inside this window; or, once it is known what ends with it, ends."""
        from gim_manager.desktop.dialogs.closing_dialog import ClosingDialog
        from gim_manager.presenters import leaving

        session, stage = self._stage.session, self._stage
        mart = session.mart
        own = mart.identity.server
        if own is None:
            self._change(mart.serve, self.tr("No server was started"))
            return
        question = leaving.ending(session.status, own) if session.status is not None else None
        if question is None:
            self._change(mart.end_server, self.tr("The server goes on"))
            return
        dialog = stage.opened(ClosingDialog(stage.theme, question, stage, has_tray=False))
        dialog.accepted.connect(lambda: self._change(mart.end_server, self.tr("The server goes on")))

    def why_not_serve(self) -> str:
        """Why none can begin or end here; empty if one can."""
        is_local = self._stage.session.mart.identity.is_local
        return self.tr("the server of a file lives and ends with its window") if is_local else ""

    def why_not_hold(self) -> str:
        """Why it cannot be held; empty if it can."""
        status = self._stage.session.status
        return self.tr("it is held already") if status is not None and status.hold is not None else ""

    def why_not_lead(self) -> str:
        """Why this window's server cannot be made the scheduler; empty if it can."""
        session = self._stage.session
        own = session.mart.identity.server
        if own is None:
            return self.tr("no server runs inside this window")
        leads = session.status is not None and session.status.server.id == own
        return self.tr("it is the scheduler already") if leads else ""

    async def _ask_to_resume(self, session: Session, status: EtlStatus) -> None:
        from gim_manager.desktop.dialogs.resume_dialog import ResumeDialog
        from gim_manager.presenters import hold

        try:
            starts = await session.bridge.ask(session.mart.what_starts_next)
        except GimError as error:
            self._stage.show_error(self.tr("The schedule stays as it is"), str(error))
            return
        dialog = ResumeDialog(self._stage.theme, hold.resuming(status, starts, session.zone), self._stage)
        dialog.accepted.connect(lambda: self._resume(status))
        self._stage.opened(dialog)

    def _resume(self, status: EtlStatus) -> None:
        mart = self._stage.session.mart
        if status.hold:
            self._change(mart.end_hold)
        else:
            self._change(lambda: mart.set_option("schedule", "run-scheduler", "true"))

    def _change(self, change: Callable[[], None], what: str = "") -> None:
        """`what` begins the sentence about a change that is refused."""
        session = self._stage.session
        session.bridge.start("change the schedule", self._changed(session, change, what))

    async def _changed(self, session: Session, change: Callable[[], None], what: str) -> None:
        try:
            await session.bridge.ask(change)
        except GimError as error:
            self._stage.show_error(what or self.tr("The schedule stays as it is"), str(error))
        else:
            session.refresh()

"""What the toolbar, the status line and the actions say of the open Info Mart, and why an action is disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gim_manager.desktop import icons

if TYPE_CHECKING:
    from gim_manager.desktop.job_acts import JobActs
    from gim_manager.desktop.menus import ToolBar
    from gim_manager.desktop.schedule_acts import ScheduleActs
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.stage import Stage
    from gim_manager.desktop.widgets.status_line import StatusLine


class WindowState(QObject):
    """Follows the session's freshness and status, and the selection."""

    def __init__(
        self, stage: Stage, toolbar: ToolBar, line: StatusLine, *, jobs: JobActs, schedule: ScheduleActs
    ) -> None:
        super().__init__(stage)
        self._stage, self._toolbar, self._line = stage, toolbar, line
        self._jobs, self._schedule = jobs, schedule
        self._is_slow = False

    def follow(self, session: Session) -> None:
        """From now on this session is shown."""
        from gim_manager.presenters import access, alarms

        self._is_slow = False
        session.status_read.connect(self.show_state)
        session.alarms_read.connect(lambda board: self._line.show_alarm(alarms.newest(board)))
        session.slow.connect(self._set_slow)
        who = session.mart.identity
        self._stage.actions_by_key.mart_is_open(True)
        self._toolbar.show_connection(who.name, who.shown_url)
        self._toolbar.show_role(access.role_found(who.access), access.told(who.access))
        if who.access.is_recording:
            live = self._stage.actions_by_key["live"]
            live.setChecked(False)
            self._stage.actions_by_key.enable("live", False, self.tr("a recording does not change"))
        self._show_title()
        self.choose()

    def show_nothing(self) -> None:
        """No Info Mart is open."""
        self._stage.actions_by_key.mart_is_open(False)
        self._toolbar.show_connection("", "")
        self._toolbar.show_role("", "")
        self._line.show_nothing()
        self._stage.setWindowTitle("GIM Manager")

    def show_opening(self, place: str) -> None:
        """An Info Mart is being opened."""
        self._line.show_opening()
        self._toolbar.show_connection("", place)

    def _set_slow(self, slow: bool) -> None:
        self._is_slow = slow
        self.show_state()

    def show_state(self, *_status: object) -> None:
        """Status line and toolbar by the session's freshness and status."""
        if self._stage.workplace is None:
            return
        session, line = self._stage.session, self._line
        now, freshness, status = session.mart.now(), session.freshness, session.status
        line.show_clock(now, session.zone, status.zone if status else "UTC")
        line.show_freshness(freshness, now, session.zone, slow=self._is_slow)
        line.show_server(status, lost=freshness.is_lost)
        self._show_live(lost=freshness.is_lost)
        self._show_schedule()
        self._show_own_server()
        self._show_title()
        self.choose()

    def _show_title(self) -> None:
        """What must be seen also where only the task bar shows the window."""
        from gim_manager.presenters import hold

        session = self._stage.session
        status, first = session.status, ""
        if session.freshness.is_lost:
            first = self.tr("Connection lost")
        elif status is not None:
            first = hold.title(status, session.zone, session.mart.now())
        title = " – ".join(part for part in (first, session.mart.identity.name, "GIM Manager") if part)
        if self._stage.windowTitle() != title:
            self._stage.setWindowTitle(title)

    def _show_live(self, *, lost: bool) -> None:
        action = self._stage.actions_by_key["live"]
        text, icon, token = self.tr("Live"), "dot", "complete"
        if lost:
            text, token = self.tr("Live – reconnecting"), "stopping"
        elif not action.isChecked():
            text, icon, token = self.tr("Live off"), "hollow-dot", "text2"
        if action.text() != text:
            action.setText(text)
            icons.put(self._stage.theme, action, icon, token)

    def _show_schedule(self) -> None:
        status = self._stage.session.status
        action = self._stage.actions_by_key["suspend"]
        is_on = status is None or not status.suspended
        text = self.tr("Suspend schedule") if is_on else self.tr("Resume schedule")
        if action.text() != text:
            action.setText(text)
            icons.put(self._stage.theme, action, "pause" if is_on else "resume")

    def _show_own_server(self) -> None:
        identity, action = self._stage.session.mart.identity, self._stage.actions_by_key["serve"]
        ends = identity.hosts_server and not identity.is_local
        text = self.tr("End the server here") if ends else self.tr("Start a server here")
        if action.text() != text:
            action.setText(text)

    def choose(self) -> None:
        """What can be done with the selection, and why the rest cannot."""
        from gim_manager.presenters import access

        if self._stage.workplace is None:
            return
        session, actions = self._stage.session, self._stage.actions_by_key
        lost = self.tr("the connection is lost") if session.freshness.is_lost else ""
        mine, status = session.mart.identity.access, session.status
        for key, reason in (
            ("run", ""),
            ("record", ""),
            ("back_up", ""),
            ("one_by_one", ""),
            ("again", self._jobs.why_not_again()),
            ("undo", self._jobs.why_not_undo()),
            ("suspend", ""),
            ("hold", self._schedule.why_not_hold()),
            ("serve", self._schedule.why_not_serve()),
            ("lead", self._schedule.why_not_lead()),
            ("stop", self._jobs.why_not_stop()),
        ):
            why = access.why_not(mine, key, status) or lost or reason
            actions.enable(key, not why, why)
        nothing = self._jobs.why_not_copy()
        actions.enable("copy", not nothing, nothing)

"""All that shows one open Info Mart: banner, ETL status, the pages and what keeps them ticking."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gim_manager.desktop.pages.aggregates_page import AggregatesPage
from gim_manager.desktop.pages.health_page import HealthPage
from gim_manager.desktop.pages.job_page import JobPage
from gim_manager.desktop.pages.options_page import OptionsPage
from gim_manager.desktop.pages.timeline_page import TimelinePage
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.banner import Banner
from gim_manager.desktop.widgets.status_panel import StatusPanel
from gim_manager.desktop.widgets.tabs import Tabs
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import check, etl_status, hold, one_by_one
from gim_manager.presenters.freshness import Link

STRIP_HEIGHT = 34
PANEL_FROM = 1120
"""A narrower window hides the panel by itself."""


class Workplace(QWidget):
    """Bound to one session; the window's status line listens to `ticked`."""

    ticked = Signal()
    """The clock, the age or a countdown moved on."""
    migration_wanted = Signal()
    one_by_one_wanted = Signal()
    """The way on, or back, from jobs that are run one by one."""
    resume_wanted = Signal()
    """The way back from a suspended schedule."""
    trouble_wanted = Signal()
    """Show what exactly went wrong with the connection."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._panel_wanted = True
        self._is_panel_known = False
        self._build()
        self._second = QTimer(self, interval=1000)
        self._second.setTimerType(Qt.TimerType.CoarseTimer)
        self._second.timeout.connect(self._tick)
        self._connect()

    def _build(self) -> None:
        self.banner = Banner(self._theme)
        self.panel = StatusPanel(self._theme)
        self.jobs = JobPage(self._theme, self.session)
        self.aggregates = AggregatesPage(self._theme, self.session)
        self.options = OptionsPage(self._theme, self.session)
        self.health = HealthPage(self._theme, self.session)
        self.timeline = TimelinePage(self._theme, self.session, self.options.desk)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._strip())
        right.addWidget(self._stacked_pages(), 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.panel)
        below.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(below, 1)

    def _strip(self) -> QWidget:
        strip = QFrame()
        strip.setObjectName("strip")
        self.tabs = Tabs(self._theme, STRIP_HEIGHT - 1, self.tr("Pages"))
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        strip.setFixedHeight(max(STRIP_HEIGHT, self._theme.line_height() + 18))
        return strip

    def _stacked_pages(self) -> QStackedWidget:
        self._pages = QStackedWidget()
        for page, name, tip in (
            (self.jobs, self.tr("Jobs"), self.tr("Every run, newest first")),
            (self.timeline, self.tr("Timeline"), self.tr("What ran and what is expected, a lane a job")),
            (self.aggregates, self.tr("Aggregates"), self.tr("What is built, and what can be built again")),
            (self.options, self.tr("Options"), self.tr("Every option, and who changed it")),
            (self.health, self.tr("Health"), self.tr("What needs attention, and what is in order")),
        ):
            self._pages.addWidget(page)
            self.tabs.setTabToolTip(self.tabs.addTab(name), tip)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        return self._pages

    def refresh(self) -> None:
        """Read everything on the screen again."""
        self.session.refresh()
        if self.health.isVisible() and not self.session.freshness.is_lost:
            self.health.desk.check()

    def turn_to(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.tabs.setCurrentIndex(self._pages.indexOf(page))

    def _connect(self) -> None:
        session = self.session
        session.status_read.connect(self.show_panel)
        session.status_read.connect(self._show_banner)
        session.freshness_changed.connect(self._show_freshness)
        self.panel.body.run_wanted.connect(self.show_run)
        self.health.run_wanted.connect(self.show_run)
        self.health.option_wanted.connect(self.show_option)
        self.health.counted.connect(lambda count: self.tabs.show_count(self._pages.indexOf(self.health), count))
        self.timeline.run_wanted.connect(self.show_run)
        self.timeline.option_wanted.connect(self.show_option)
        self.timeline.run_chosen.connect(self._choose_run)
        self.timeline.start_wanted.connect(self.jobs.run_wanted)
        self.banner.acted.connect(self._act)
        self.banner.dismissed.connect(self.health.desk.put_away)
        self.health.desk.changed.connect(self._show_banner)
        self.tabs.currentChanged.connect(self._show_banner)
        self.banner.details_wanted.connect(self.trouble_wanted)
        self._theme.changed.connect(self.panel.body.update)

    def go_to_search(self) -> None:
        """Go to the search of the page that is shown, or to the list where it has none."""
        search = self.options.top.search if self.options.isVisible() else self.jobs.search
        if not search.isVisible():
            self.turn_to(self.jobs)
        search.setFocus()
        search.selectAll()

    def clear_filters(self) -> None:
        """Everything again on the page that is shown."""
        if self.options.isVisible():
            self.options.top.clear()
        else:
            self.jobs.clear_filters()

    def show_details(self, shown: bool) -> None:
        """What is chosen, below the list and below the lanes."""
        self.jobs.details.setVisible(shown)
        self.timeline.below.setVisible(shown)

    def _choose_run(self, run_id: int) -> None:
        """The same run is meant on the list; where it is not fetched there, none."""
        if not self.jobs.table.select_run(run_id):
            self.jobs.table.clearSelection()

    def show_option(self, section: str, name: str) -> None:
        """Turn to the Options page, at this option."""
        self.turn_to(self.options)
        self.options.show_option(section, name)

    def show_run(self, run_id: int) -> None:
        """Turn to the Jobs page, at this run."""
        self.turn_to(self.jobs)
        self.jobs.jump_to(run_id)

    def is_painted(self) -> bool:
        """Whether the first page and the panel are on the screen."""
        return self._is_panel_known and self.session.freshness.link is not Link.OPENING and self.session.bridge.is_idle

    def show_panel(self, *_status: object) -> None:
        """The panel by what is known now."""
        session = self.session
        if session.status is None:
            return
        freshness = session.freshness
        since = freshness.read_at if freshness.is_lost else None
        shown = etl_status.panel(session.status, session.zone, session.mart.now(), lost_since=since)
        self.panel.body.show_panel(shown, stale=freshness.is_lost)
        self._is_panel_known = True

    def _show_banner(self, *_status: object) -> None:
        """One at a time: the connection lost, then the configuration, then jobs that are run one by one, then a
        schedule that is held or suspended, then the night, but for the page that tells of it itself."""
        session = self.session
        now, zone, status = session.mart.now(), session.zone, session.status
        if lost := session.freshness.banner(now, zone):
            self.banner.show_state(*lost, self.tr("Try now"))
        elif status and (wrong := check.banner(status)):
            self.banner.show_state(*wrong, self._way_out(status), icon="failed", details=False)
        elif status and (led := one_by_one.banner(status, zone, now)):
            self.banner.show_state(*led, self.tr("Go on…"), icon="warning", details=False)
        elif status and (held := hold.banner(status, zone, now)):
            self.banner.show_state(*held, self.tr("Resume schedule"), icon="warning", details=False)
        elif self.health.desk.is_news and self._pages.currentWidget() is not self.health:
            time, what = self.health.night()
            self.banner.show_news(f"{time}:", what, self.tr("Show Health"))
        else:
            self.banner.hide()

    def _way_out(self, status: EtlStatus) -> str:
        if status.schema_is_older:
            return self.tr("Run Job …")
        return self.tr("Show option") if check.option_to_mend(status) else self.tr("Check again")

    def _act(self) -> None:
        session = self.session
        if session.freshness.is_lost:
            session.refresh()
        elif session.status and session.status.schema_is_older:
            self.migration_wanted.emit()
        elif session.status and (wrong := check.option_to_mend(session.status)):
            self.show_option(*wrong)
        elif session.status and check.banner(session.status):
            session.refresh()
        elif session.status and session.status.one_by_one:
            self.one_by_one_wanted.emit()
        elif self.banner.is_news:
            self.health.desk.put_away()
            self.turn_to(self.health)
        else:
            self.resume_wanted.emit()

    def _show_freshness(self) -> None:
        session = self.session
        self._show_banner()
        if session.freshness.is_lost:
            self.show_panel()
        self.ticked.emit()

    def _tick(self) -> None:
        if not self.session.freshness.is_lost:
            self.health.desk.noticed(self.session.mart.now())
            if self.jobs.model.counts():
                self.jobs.tick()
            if self.timeline.isVisible():
                self.timeline.tick()
            if self.session.status is not None and etl_status.ticks(self.session.status):
                self.show_panel()
        self.ticked.emit()

    def set_panel_wanted(self, wanted: bool) -> None:
        """The person's choice; a narrow window hides the panel all the same."""
        self._panel_wanted = wanted
        self._settle_panel()

    def _settle_panel(self) -> None:
        self.panel.setVisible(self._panel_wanted and self.width() >= PANEL_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle_panel()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        super().showEvent(event)
        self._second.start()
        self.session.set_seen(True)

    def hideEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        self._second.stop()
        self.session.set_seen(False)
        super().hideEvent(event)

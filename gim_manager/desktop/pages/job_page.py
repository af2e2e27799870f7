"""The Jobs page: filters, the list, and the details of the selected run."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from gim_manager.desktop.pages.details import Details
from gim_manager.desktop.pages.expected_starts import ExpectedStarts
from gim_manager.desktop.run_table import RunTable
from gim_manager.desktop.session import Session
from gim_manager.desktop.table_model import RunTableModel
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.choice import Choice
from gim_manager.desktop.widgets.labels import Elided
from gim_manager.desktop.widgets.search_field import SearchField
from gim_manager.domain.listing import RunPage
from gim_manager.domain.run import Run
from gim_manager.presenters.job_list import (
    COLUMNS,
    JOBS,
    PERIODS,
    STATUSES,
    Filters,
    copied_table,
    count_sentence,
)
from gim_manager.presenters.language import tr

TYPING_MS = 250
"""A search is asked for when the keys have rested so long."""


class JobPage(QWidget):
    """Binds the session's answers to the list, and the filters to its questions."""

    selection_changed = Signal()
    run_wanted = Signal()
    """The way on from an empty list."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self._wanted_run: int | None = None
        self._is_clearing = False
        self.model = RunTableModel(session.zone, session.mart.now(), self)
        self.table = RunTable(theme, self.model)
        self.details = Details(theme, session)
        self.expected = ExpectedStarts(session, self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._list())
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([480, 220])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._filter_row())
        layout.addWidget(self.splitter, 1)

    def _filter_row(self) -> QWidget:
        row = QFrame()
        row.setObjectName("filters")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(10, 7, 12, 7)
        layout.setSpacing(8)
        self.search = SearchField(
            self._theme, self.tr("Search job, parameters, person, error"), self.tr("Search"),
            self.tr("Search in job, parameters, person, note and error, or type a Job ID (Ctrl+F)"),
        )  # fmt: skip
        layout.addWidget(self.search, 3)
        self._add_choices(layout)
        layout.addStretch(1)
        self.count = Elided()
        self.count.setFont(self._theme.font(digits=True))
        self.count.setAccessibleName(self.tr("Number of runs"))
        layout.addWidget(self.count)
        return row

    def _add_choices(self, layout: QHBoxLayout) -> None:
        def choice(name: str, tip: str, choices: list[str]) -> Choice:
            made = Choice(self._theme, name, tip, choices)
            made.currentIndexChanged.connect(self._filter)
            layout.addWidget(made)
            return made

        self.status = choice(self.tr("Status"), self.tr("Only runs in this state"), [tr(name) for name, _ in STATUSES])
        self.job = choice(self.tr("Job"), self.tr("Only runs of this job"), [tr(name) for name, _ in JOBS])
        self.period = choice(
            self.tr("Period"), self.tr("Only runs asked for in this time"), [tr(name) for name, _ in PERIODS]
        )

    def _list(self) -> QWidget:
        holder = QFrame()
        holder.setObjectName("page")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.empty = QLabel(self.table.viewport())
        self.empty.setTextFormat(Qt.TextFormat.RichText)
        self.empty.linkActivated.connect(self._follow_link)
        self.empty.hide()
        return holder

    def _connect(self) -> None:
        session = self._session
        session.first_page.connect(self._show)
        session.next_page.connect(self._extend)
        session.refreshed.connect(self._refresh)
        session.counted.connect(self._count)
        session.status_read.connect(self._take_zone)
        session.freshness_changed.connect(self._take_freshness)
        self.table.more_wanted.connect(lambda: session.more(self.model.rows.next))
        self.table.chosen.connect(self._choose)
        self.table.header.sectionClicked.connect(self._sort)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._filter)
        self._typing.timeout.connect(self._filter)
        self.expected.changed.connect(lambda: self.model.expect(self.expected.starts, self._session.mart.now()))

    def _take_zone(self, _status: object) -> None:
        self.model.set_zone(self._session.zone, self._session.mart.now())

    def _take_freshness(self) -> None:
        self.model.set_stale(self._session.freshness.is_lost)

    def filters(self) -> Filters:
        """What the filter row says now."""
        return replace(
            self._session.filters, text=self.search.text(), status=self.status.currentIndex(),
            job=self.job.currentIndex(), period=self.period.currentIndex(),
        )  # fmt: skip

    def _filter(self) -> None:
        self._typing.stop()
        if not self._is_clearing and self.filters() != self._session.filters:
            self._session.ask(self.filters())

    def clear_filters(self) -> None:
        """Every run again."""
        self._is_clearing = True
        self.search.clear()
        for choice in (self.status, self.job, self.period):
            choice.setCurrentIndex(0)
        self._is_clearing = False
        self._filter()

    def _follow_link(self, target: str) -> None:
        self.run_wanted.emit() if target == "run" else self.clear_filters()

    def set_filters(self, filters: Filters) -> None:
        """Begin with the filters of the last time."""
        self._is_clearing = True
        self.search.setText(filters.text)
        for choice, place in ((self.status, filters.status), (self.job, filters.job), (self.period, filters.period)):
            choice.setCurrentIndex(place if place < choice.count() else 0)
        self._is_clearing = False
        self._typing.stop()
        self._session.filters = filters
        self.table.header.filters = filters

    def _sort(self, section: int) -> None:
        self._session.ask(self.filters().sorted_by(COLUMNS[section]))
        self.table.header.filters = self._session.filters
        self.table.header.viewport().update()

    def _show(self, page: RunPage) -> None:
        kept = self._wanted_run or (run.id if (run := self.table.current_run()) else None)
        self.model.show(page, self._session.mart.now())
        self._tell_if_empty()
        if kept is None or not self.table.select_run(kept):
            self.table.scrollToTop()
            if page.runs:
                self.table.selectRow(0)
        self._wanted_run = None
        self._choose()
        self.expected.look(self.model.rows.open_runs())

    def _extend(self, page: RunPage) -> None:
        self.model.extend(page, self._session.mart.now())
        self.expected.look(self.model.rows.open_runs())
        self.table.look_for_blanks()

    def _refresh(self, head: RunPage, changed: tuple[Run, ...], gone: frozenset[int]) -> None:
        with self.table.kept_in_place():
            self.model.refresh(head, changed, gone, self._session.mart.now())
        self._tell_if_empty()
        if self._wanted_run is not None and self.table.select_run(self._wanted_run):
            self._wanted_run = None
        self._choose()
        self.expected.look(self.model.rows.open_runs())

    def _choose(self) -> None:
        run = self.table.current_run() if self.table.selected_runs() else None
        self.details.show_run(run)
        self.selection_changed.emit()

    def _count(self, matching: int | None, total: int | None) -> None:
        self.count.setText(count_sentence(matching, total, filtered=not self._session.filters.is_clear))

    def _tell_if_empty(self) -> None:
        if self.model.rowCount():
            self.empty.hide()
            return
        ink, link = self._theme["text2"].name(), self._theme["accent"].name()
        if self._session.filters.is_clear:
            text, act, target = self.tr("No job has run yet."), self.tr("Run Job"), "run"
        else:
            text, act, target = self.tr("No run matches."), self.tr("Clear filters"), "clear"
        way = f'<a href="{target}" style="color:{link};text-decoration:none">{act}</a>'
        self.empty.setText(f'<span style="color:{ink}">{text} {way}</span>')
        self.empty.adjustSize()
        # The list took it along when it scrolled.
        self.empty.move(16, 12)
        self.empty.show()

    def jump_to(self, run_id: int) -> None:
        """Select a run; if it is not among the fetched rows, with the filters cleared."""
        if not self.table.select_run(run_id):
            self._wanted_run = run_id
            self.clear_filters()
        self.table.setFocus()

    def await_run(self, run_id: int) -> None:
        """Select a run as soon as it is on the list."""
        self._wanted_run = run_id

    def copied(self) -> str:
        """The selected runs as a table for the clipboard."""
        header = self.table.header
        shown = [header.logicalIndex(place) for place in range(len(COLUMNS))]
        columns = [COLUMNS[place] for place in shown if not header.isSectionHidden(place)]
        return copied_table(self.table.selected_runs(), columns, self.model.wording)

    def tick(self) -> None:
        """A second has passed: paint what counts."""
        self.model.tick(self._session.mart.now())
        self.details.tick()

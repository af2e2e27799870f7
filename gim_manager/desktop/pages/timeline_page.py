"""The Timeline page: the day as a picture, what is chosen on it, and why."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.option_desk import OptionDesk
from gim_manager.desktop.pages.details import WHY, Details
from gim_manager.desktop.pages.moment_answer import MomentAnswer
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.timeline.bar import TimeBar
from gim_manager.desktop.timeline.canvas import Canvas
from gim_manager.desktop.timeline.desk import TimelineDesk
from gim_manager.desktop.timeline.legend import Legend
from gim_manager.desktop.timeline.paper import Paper, write
from gim_manager.domain.errors import GimError
from gim_manager.domain.moment import Reason
from gim_manager.domain.run import Run
from gim_manager.presenters import option_plan, timeline_flags, timeline_notes, timeline_words
from gim_manager.presenters.option_sheet import previewed
from gim_manager.presenters.time_span import Span, Unit, at_now, instant_of, seconds_of, span_of, stepped, title
from gim_manager.presenters.timeline import Kind, Mark
from gim_manager.presenters.timeline_flags import Flag


class TimelinePage(QWidget):
    """Binds the desk's answers to the canvas, and the person's ways to its questions."""

    run_chosen = Signal(int)
    """A bar was clicked: the same run is meant everywhere."""
    run_wanted = Signal(int)
    """Show it on the list."""
    option_wanted = Signal(str, str)
    """Show it on the Options page: section and name."""
    start_wanted = Signal()
    """The way on from an Info Mart in which nothing ran."""
    failed = Signal(str, str)
    """What was tried, and a sentence."""

    def __init__(self, theme: Theme, session: Session, options: OptionDesk) -> None:
        super().__init__()
        self._theme, self._session, self._options = theme, session, options
        now = session.mart.now()
        span = span_of(Unit.DAY, seconds_of(now), session.zone)
        self._zone = session.zone
        self.canvas = Canvas(theme, span, now)
        self.desk = TimelineDesk(session, span, self)
        self._build()
        self._connect()
        self._show_span(span)
        self._look_at_options()

    def _build(self) -> None:
        self.bar = TimeBar(self._theme)
        self.legend = Legend(self._theme)
        self.empty = QLabel(self.canvas.viewport())
        self.empty.setObjectName("page")
        self.empty.setContentsMargins(8, 4, 8, 4)
        self.empty.linkActivated.connect(self._follow_link)
        self.empty.hide()
        lanes = QFrame()
        lanes.setObjectName("page")
        above = QVBoxLayout(lanes)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.canvas, 1)
        above.addWidget(self.legend)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(lanes)
        self.splitter.addWidget(self._below())
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([520, 150])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.splitter, 1)

    def _below(self) -> QWidget:
        """What is chosen: a run, or anything else."""
        self.details = Details(self._theme, self._session)
        self.details.tabs.setCurrentIndex(WHY)
        self.to_list = QPushButton(self.tr("Show in Jobs"))
        self.to_list.setObjectName("link")
        icons.put(self._theme, self.to_list, "external", "accent")
        self.to_list.setToolTip(self.tr("Select this run on the Jobs page (Return)"))
        self.details.add_way(self.to_list)
        self.answer = MomentAnswer(self._theme)
        self.below = QStackedWidget()
        self.below.addWidget(self.answer)
        self.below.addWidget(self.details)
        return self.below

    def _connect(self) -> None:
        bar, canvas, desk, session = self.bar, self.canvas, self.desk, self._session
        bar.stepped.connect(lambda by: canvas.show_span(stepped(canvas.scene.span, by, self._zone)))
        bar.now_wanted.connect(lambda: canvas.show_span(at_now(canvas.scene.span, self._now(), self._zone)))
        bar.unit_wanted.connect(self._show_unit)
        bar.draft_wanted.connect(lambda _on: self._look_at_options())
        bar.picture_wanted.connect(self.choose_file)
        canvas.moved.connect(self._show_span)
        canvas.chosen.connect(self._choose)
        canvas.flag_chosen.connect(self._show_flag)
        canvas.opened.connect(self.run_wanted)
        canvas.option_wanted.connect(self.option_wanted)
        for way in (self.to_list, self.answer.to_option):
            way.clicked.connect(canvas.open_chosen)
        desk.read.connect(self._show_picture)
        desk.changed.connect(self._show_changes)
        desk.told.connect(self._say)
        desk.answered.connect(self._show_answer)
        self._options.changed.connect(self._look_at_options)
        session.status_read.connect(self._take_zone)
        session.freshness_changed.connect(self._take_freshness)
        session.refreshed.connect(self._take_changes)

    def _now(self) -> float:
        return seconds_of(self._session.mart.now())

    def _take_zone(self, _status: object) -> None:
        """The same wall times in another zone are other moments."""
        if self._session.zone != self._zone:
            self._zone = self._session.zone
            unit = self.canvas.scene.span.unit
            self._show_picture()
            if unit is not None:
                self.canvas.show_span(span_of(unit, self._now(), self._zone))

    def _take_freshness(self) -> None:
        self.canvas.show_stale(self._session.freshness.is_lost)

    def _show_unit(self, unit: Unit) -> None:
        span, now = self.canvas.scene.span, self._now()
        self.canvas.show_span(span_of(unit, now if span.holds(now) else (span.since + span.until) / 2, self._zone))
        self._show_span(self.canvas.scene.span)

    def _show_span(self, span: Span) -> None:
        self.bar.show_span(title(span, self._zone), span.unit)
        self.desk.show_span(span)
        self._say()
        self._tell_if_empty()

    def _show_picture(self) -> None:
        status = self._session.status
        self.canvas.show_picture(self.desk.picture, self._zone, status.zone if status else "UTC")
        self._tell_if_empty()

    def _show_changes(self) -> None:
        self.canvas.renew()
        self.legend.show_draft(any(len(lane.draft) for lane in self.desk.picture.lanes))
        self._tell_if_empty()

    def _look_at_options(self) -> None:
        """The draft of the Options page, if the person wants it drawn."""
        sheet, found = self._options.sheet, self._options.found
        self.bar.allow_draft(option_plan.is_worth_playing(sheet))
        self.desk.show_draft(previewed(sheet, found)[0] if self.bar.draft.isChecked() else None)
        self._say()

    def _say(self) -> None:
        scene, desk = self.canvas.scene, self.desk
        self.bar.say(timeline_notes.note(desk.picture, scene.span, desk.progress, scene.clock))

    def _tell_if_empty(self) -> None:
        picture, span = self.desk.picture, self.canvas.scene.span
        is_empty = self.desk.is_known and timeline_notes.is_empty(picture, span)
        self.empty.setVisible(is_empty)
        if not is_empty:
            return
        sentence, way, target = timeline_notes.empty(span, self._now())
        ink, link = self._theme["text2"].name(), self._theme["accent"].name()
        act = f'<a href="{target}" style="color:{link};text-decoration:none">{way}</a>'
        self.empty.setText(f'<span style="color:{ink}">{sentence} {act}</span>')
        self.empty.adjustSize()
        self.empty.move(self.canvas.scene.names + 16, self.canvas.first_lane + 14)

    def _follow_link(self, target: str) -> None:
        self.bar.now_wanted.emit() if target == timeline_notes.NOW else self.start_wanted.emit()

    def _choose(self, mark: Mark) -> None:
        """A run is shown with its details, anything else with what is known of it; why nothing runs is asked."""
        if mark.kind is Kind.RUN and mark.run_id is not None:
            self.run_chosen.emit(mark.run_id)
            self._session.bridge.start("timeline run", self._read_run(mark.run_id))
            return
        self._show_answer(mark, ())
        if mark.kind is Kind.MOMENT:
            self.answer.subject.setText(self.tr("looking into it …"))
            self.desk.ask_why(mark)

    def _show_flag(self, flag: Flag) -> None:
        day = timeline_words.day_at(flag.since, self.canvas.scene.clock)
        self.answer.show_why(timeline_flags.answer(flag), day, leads=flag.option is not None)
        self.below.setCurrentWidget(self.answer)

    async def _read_run(self, run_id: int) -> None:
        try:
            found: tuple[Run, ...] = await self._session.bridge.ask(self._session.mart.runs, frozenset({run_id}))
        except GimError:
            return  # The session notices by itself that the connection is lost, and says so.
        chosen = self.canvas.scene.chosen
        if found and chosen is not None and chosen.run_id == run_id:
            self.details.show_run(found[0])
            self.below.setCurrentWidget(self.details)

    def _take_changes(self, _head: object, changed: tuple[Run, ...], _gone: object) -> None:
        chosen = self.canvas.scene.chosen
        for run in changed:
            if chosen is not None and run.id == chosen.run_id and self.below.currentWidget() is self.details:
                self.details.show_run(run)

    def _show_answer(self, mark: Mark, reasons: tuple[Reason, ...]) -> None:
        if mark == self.canvas.scene.chosen:
            clock = self.canvas.scene.clock
            self.answer.show_why(timeline_words.answer(mark, reasons, clock), timeline_words.day_at(mark.since, clock))
            self.below.setCurrentWidget(self.answer)

    def tick(self) -> None:
        """A second has passed."""
        self.canvas.tick(self._session.mart.now())
        self.details.tick()

    def choose_file(self) -> None:
        """Ask where to save the picture."""
        dialog = QFileDialog(
            self, self.tr("Save picture"), "", self.tr("PNG picture (*.png);;SVG drawing (*.svg)")
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        day = instant_of(self.canvas.scene.span.since).astimezone(self._zone)
        dialog.selectFile(f"{self._session.mart.identity.name}-{day:%Y-%m-%d}.png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("svg" if "svg" in chosen else "png"))
        dialog.fileSelected.connect(lambda file: self.save(Path(file)))
        dialog.open()

    def save(self, file: Path) -> None:
        """Paint what is shown for a file, and write it off the event loop."""
        name = f"{self._session.mart.identity.name} · {title(self.canvas.scene.span, self._zone)}"
        paper = Paper(self._theme, self.canvas.scene, name, self.canvas.viewport().width())
        content = paper.drawing() if file.suffix.lower() == ".svg" else paper.image()
        self._session.bridge.start("save picture", self._saved(file, content))

    async def _saved(self, file: Path, content: bytes | QImage) -> None:
        try:
            await self._session.bridge.ask(write, file, content)
        except GimError as error:
            self.failed.emit(self.tr("The picture was not saved"), str(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._options.ask()
        self.desk.set_seen(True)
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        self.desk.set_seen(False)
        super().hideEvent(event)

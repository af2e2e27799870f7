"""The right side of Run Job: what the chosen job does, its Job Parameters, what they mean, and their builder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.parameter_edit import ParameterEdit
from gim_manager.desktop.widgets.reaggregation_builder import ReaggregationBuilder
from gim_manager.desktop.widgets.remark import Remark
from gim_manager.presenters import reaggregation, rebuild_preview
from gim_manager.presenters.run_job import JobChoice


class _View(QScrollArea):
    """Scrolls up and down alone: it is as wide as what it shows, where there is room for that."""

    def __init__(self, shown: QWidget, room: int) -> None:
        super().__init__()
        self._room = room
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)
        column.addStretch(1)
        self.setWidget(holder)
        self._holder = holder

    def minimumSizeHint(self) -> QSize:
        # With room for the bar, so that nothing becomes wider when it comes.
        wide = self._holder.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(self._room, wide), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class RunJobForm(QWidget):
    """Text and controls drive each other; Qt is all it knows of the database."""

    changed = Signal()
    """Other Job Parameters."""
    unfolded = Signal(bool)

    def __init__(self, theme: Theme, room: int) -> None:
        """`room`: so many pixels it may be wide at the most."""
        super().__init__()
        self._theme = theme
        self._room = room
        self._takes_parameters = False
        self.is_understood = False
        self._make()
        self._lay_out()
        self.parameters.textChanged.connect(self._read)
        self.builder.written.connect(self.parameters.setPlainText)
        self.build.toggled.connect(self._unfold)

    def _make(self) -> None:
        self._heading, self._meaning = QLabel(), QLabel()
        self._heading.setFont(self._theme.semi_bold(1))
        self._meaning.setWordWrap(True)
        self._title = QLabel(self.tr("Job Parameters"))
        self._title.setFont(self._theme.semi_bold())
        self.build = QPushButton(self.tr("&Build…"))
        self.build.setCheckable(True)
        self.build.setAutoDefault(False)
        self.build.setToolTip(self.tr("Put the Job Parameters together by ticking and choosing (Alt+B)"))
        self.build.setAccessibleName(self.tr("Build the Job Parameters"))
        icons.put(self._theme, self.build, "sliders")
        self.preview = QPushButton(self.tr("Pre&view"))
        self.preview.setAutoDefault(False)
        icons.put(self._theme, self.preview, "eye")
        self.parameters, self.reading = ParameterEdit(self._theme), Remark(self._theme)
        self._title.setBuddy(self.parameters)
        self.builder = ReaggregationBuilder(self._theme)
        self.builder.unfold(False)
        self._view = _View(self.builder, self._room)

    def _lay_out(self) -> None:
        self._about = QWidget()
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 8)
        about.addWidget(self._heading)
        about.addWidget(self._meaning)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.preview)
        head.addWidget(self.build)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(self.parameters)
        column.addWidget(self.reading)
        column.addWidget(self._view, 1)
        column.addStretch(0)

    def show_choice(self, choice: JobChoice) -> None:
        """Another job."""
        self._takes_parameters = choice.takes_parameters
        self._heading.setText(choice.job.value)
        self._meaning.setText(choice.meaning)
        for part in (self._title, self.preview, self.build, self.parameters, self._view):
            part.setVisible(choice.takes_parameters)
        self._about.setHidden(choice.takes_parameters and self.build.isChecked())
        self._read()

    def given(self) -> str | None:
        """The Job Parameters; None without any, or where the job takes none."""
        text = self.parameters.text()
        return text if text.strip() and self._takes_parameters else None

    def lacking(self) -> int:
        """How many pixels the unfolded builder lacks, with a line to spare for the sentence above; below 0 none."""
        return self.builder.sizeHint().height() + self._theme.line_height() - self._view.height()

    def _unfold(self, wanted: bool) -> None:
        self.builder.unfold(wanted)
        self._about.setHidden(wanted)
        self._read()
        self._column.activate()
        self.unfolded.emit(wanted)

    def _read(self) -> None:
        """Say at once what the parameters mean; what follows from them is asked when the keys rest."""
        self.changed.emit()
        given = self.given()
        why_not = rebuild_preview.why_not(given)
        self.preview.setEnabled(not why_not)
        tip = self.tr("What the re-aggregation would change, before it is asked for; nothing is written (Alt+V)")
        self.preview.setToolTip(why_not or tip)
        self.builder.show_text(given or "")
        self.is_understood = False
        if given is None:
            self._say("" if self._takes_parameters else self.tr("This job takes no Job Parameters."))
            self.parameters.mark_fault(None)
            return
        found = reaggregation.reading(given, with_span=not self.build.isChecked())
        self.is_understood = found.is_right
        self._say(found.text, *(("check", "complete") if found.is_right else ("failed", "failed")))
        self.parameters.mark_fault(found.column)

    def _say(self, text: str, icon: str = "", token: str = "text2") -> None:
        self.reading.glyph.setVisible(bool(icon))
        if icon:
            self.reading.glyph.show_icon(icon, token)
        self.reading.words.ink(token)
        self.reading.show_text(text)

"""Undo re-aggregation: says what is put back, and by the rules what will happen, before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.dialogs.room import open_at
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.plain_table import PlainTable
from gim_manager.desktop.widgets.verdict_box import VerdictBox
from gim_manager.domain.errors import GimError
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run
from gim_manager.domain.undo import Changed, Undoing
from gim_manager.presenters import reaggregation, run_job, undo
from gim_manager.presenters.run_job import Verdict

WIDTH, HEIGHT = 720, 460


class UndoDialog(QDialog):
    """Window-modal; the safe button is the default."""

    started = Signal(int)
    """The id of the run that was asked for."""

    def __init__(self, theme: Theme, session: Session, run: Run, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session, self._run = theme, session, run
        self._parameters = Undoing(run_id=run.id).parameters
        self.setWindowTitle(self.tr("Undo re-aggregation"))
        self.setModal(True)
        open_at(self, WIDTH, HEIGHT)
        self._build()
        self.keep.setFocus()
        self.finished.connect(self._leave)
        self._show(run_job.ASKING)
        session.bridge.start("undo look", self._look())

    def _build(self) -> None:
        title = Words(self._theme, self.tr("Undo re-aggregation {id}?").format(id=self._run.id))
        title.setFont(self._theme.semi_bold(2.5))
        year = self._session.mart.now().year
        asked = Words(self._theme, reaggregation.short(self._run.parameters or "", year), "text2")
        self.table = PlainTable(self._theme, undo.HEADINGS, undo.NUMBERS, undo.row, wide=1)
        self.table.setAccessibleName(self.tr("Rows that are put back"))
        self._follows = follows = Words(self._theme, self.tr(
            "Levels that were not rebuilt themselves are built from these rows afterwards. The undoing is a run of its "
            "own and can be undone in turn."
        ), "text2")  # fmt: skip
        self.verdict = VerdictBox(self._theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (title, asked):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(follows)
        layout.addStretch(0)
        layout.addSpacing(2)
        layout.addWidget(self.verdict)
        layout.addSpacing(4)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(self.tr("Copy as command"))
        self.copy.setObjectName("link")
        self.copy.setAutoDefault(False)
        icons.put(self._theme, self.copy, "copy", "accent")
        self.copy.setToolTip(self.tr("The same request for the command line, on the clipboard"))
        self.copy.clicked.connect(self._copy)
        self.keep = QPushButton(self.tr("Keep as it is"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setAutoDefault(False)
        icons.put(self._theme, self.undo, "undo")
        self.undo.clicked.connect(self._start)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.undo)
        return row

    def _leave(self) -> None:
        """Answers that still come find nobody."""
        for name in ("undo look", "undo"):
            self._session.bridge.drop(name)

    def _copy(self) -> None:
        QApplication.clipboard().setText(undo.command(self._run.id, self._session.mart.identity))

    async def _look(self) -> None:
        session = self._session
        try:
            kept = await session.bridge.ask(session.mart.undoable, self._run.id)
            self._show_sets(kept.kept.sets)
            answer = await session.bridge.ask(session.mart.predict, Job.AGGREGATE, self._parameters, True)
        except GimError as error:
            self._show(run_job.unanswered(error))
        else:
            # It is always handed over: there is nothing to take or to leave.
            self._show(replace(run_job.verdict(answer, session.zone, session.mart.now()), offer=""))

    def _show_sets(self, sets: Sequence[Changed]) -> None:
        self.table.show_items(sets)
        for part in (self.table, self._follows):
            part.setVisible(bool(sets))
        layout = self.layout()
        if layout is not None and not sets:
            # As low as the answer alone; until it is laid out anew, it is as high as the table wants it at the least.
            layout.activate()
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _show(self, verdict: Verdict) -> None:
        self.verdict.show_verdict(verdict)
        self.undo.setEnabled(verdict.may_run)
        self.undo.setToolTip("" if verdict.may_run else verdict.consequence or verdict.answer)

    def _start(self) -> None:
        self.undo.setEnabled(False)
        self._session.bridge.start("undo", self._asked())

    async def _asked(self) -> None:
        session = self._session
        try:
            run = await session.bridge.ask(session.mart.start, Job.AGGREGATE, self._parameters, False, True)
        except GimError as error:
            self._show(run_job.unanswered(error))
        else:
            self.started.emit(run.id)
            self.accept()

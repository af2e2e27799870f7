"""Run Job: choose a job, read what will happen, ask for it."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop import icons
from gim_manager.desktop.dialogs.room import room_for
from gim_manager.desktop.dialogs.run_job_form import RunJobForm
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.job_choice_list import JobChoiceList
from gim_manager.desktop.widgets.verdict_box import VerdictBox
from gim_manager.domain.decide import Prediction
from gim_manager.domain.errors import BadValue, GimError, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.rebuild_preview import RebuildPreview
from gim_manager.presenters import hold, reaggregation, run_job
from gim_manager.presenters.run_job import Verdict

SETTLE_MS = 100
"""After the last key: the answer must stand there within 150 ms."""
WIDTH, FOLDED = 1000, 480
"""Of a window manager around the dialog, at most."""
BESIDE = 296
"""Of the dialog, beside the form: the list of jobs, and what lies between and around them."""


class RunJobDialog(QDialog):
    """Window-modal; the list behind it goes on living."""

    started = Signal(int)
    """The id of the run that was asked for."""

    def __init__(self, theme: Theme, session: Session, job: Job | None, parent: QWidget, parameters: str = "") -> None:
        super().__init__(parent)
        self._theme, self._session, self._below = theme, session, parent
        self._verdict = run_job.ASKING
        self._hand_over = True
        self._typing = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._typing.timeout.connect(self._ask)
        self.setWindowTitle(self.tr("Run Job"))
        self.setModal(True)
        self.resize(min(WIDTH, self._room().width()), FOLDED)
        self._build()
        self._connect()
        self.refresh_choices()
        self.jobs.choose(job or Job.EXTRACT)
        if parameters:
            self.parameters.setPlainText(parameters)
            self.form.build.setChecked(self.form.is_understood)
        self.jobs.setFocus()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._label(self.tr("Job")), 0, 0)
        self.jobs = JobChoiceList(self._theme)
        grid.addWidget(self.jobs, 1, 0)
        self.form = RunJobForm(self._theme, self._room().width() - BESIDE)
        self.parameters, self.reading, self.days = self.form.parameters, self.form.reading, self.form.builder.days
        grid.addWidget(self.form, 0, 1, 2, 1)
        grid.setColumnStretch(1, 1)
        self.verdict = VerdictBox(self._theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(grid, 1)
        layout.addWidget(self.verdict)
        layout.addLayout(self._buttons())

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.semi_bold())
        return label

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(self.tr("Copy as command"))
        self.copy.setObjectName("link")
        icons.put(self._theme, self.copy, "copy", "accent")
        self.copy.setToolTip(self.tr("The same request for the command line, on the clipboard"))
        self.hold = QPushButton(self.tr("Hold and maintain"))
        icons.put(self._theme, self.hold, "pause")
        self.hold.setToolTip(self.tr("Suspend the schedule, wait for what runs, run Job_MaintainGIM, resume"))
        self.hold.hide()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.run = QPushButton(self.tr("Run Job"))
        self.run.setObjectName("primary")
        icons.put(self._theme, self.run, "run", "on_accent")
        self.run.setIconSize(QSize(13, 13))
        self.run.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.hold)
        row.addWidget(self.cancel)
        row.addWidget(self.run)
        return row

    def _connect(self) -> None:
        self.jobs.chosen.connect(self._choose)
        self.form.changed.connect(self._typing.start)
        self.form.unfolded.connect(self._make_room)
        self.form.preview.clicked.connect(self._preview)
        self.parameters.left.connect(self.run.setFocus)
        self.verdict.confirmed.connect(lambda _: self._allow())
        self.verdict.taken.connect(self._take)
        self.copy.clicked.connect(self._copy)
        self.cancel.clicked.connect(self.reject)
        self.run.clicked.connect(self._start)
        self.hold.clicked.connect(self._hold)
        self._session.status_read.connect(self.refresh_choices)
        self._session.refreshed.connect(self._ask_again)
        self.finished.connect(self._leave)

    def _room(self) -> QSize:
        """How large the dialog may be: as the screen, or as the window below it where that is larger still."""
        return room_for(self).expandedTo(self._below.window().size())

    def _make_room(self, wanted: bool) -> None:
        """As the builder needs it, and never beyond the screen: there the builder scrolls, and the buttons stay."""
        needed = self.height() + self.form.lacking() if wanted else FOLDED
        self.resize(self.width(), min(self._room().height(), max(needed, FOLDED)))

    def _leave(self) -> None:
        """Answers that still come find nobody."""
        for name in ("predict", "start", "days"):
            self._session.bridge.drop(name)

    def _ask_again(self, *_changes: object) -> None:
        self._typing.start()

    def refresh_choices(self, *_status: object) -> None:
        """The jobs' present state, as the panel knows it."""
        session = self._session
        self.jobs.show_choices(run_job.choices(session.status, session.zone, session.mart.now()))

    def _choose(self) -> None:
        choice = self.jobs.choice()
        self._offer_hold()
        self.form.show_choice(choice)
        if choice.takes_parameters:
            self._session.bridge.start("days", self._read_days())
        self._ask()

    async def _read_days(self) -> None:
        """Without them the parameters can still be typed: an error is told by what is asked next."""
        with suppress(GimError):
            self.form.builder.show_board(await self._session.bridge.ask(self._session.mart.aggregates))

    def _given(self) -> str | None:
        return self.form.given()

    def _ask(self) -> None:
        self._typing.stop()
        self._session.bridge.start("predict", self._predict(self.jobs.choice().job, self._given()))

    def _take(self, taken: bool) -> None:
        """The parameters are handed over once aggregation runs, or ignored (R19)."""
        self._hand_over = taken
        self._ask()

    async def _predict(self, job: Job, parameters: str | None) -> None:
        session = self._session
        try:
            answer = await session.bridge.ask(session.mart.predict, job, parameters, self._hand_over)
        except BadValue as wrong:
            is_told = parameters is not None and not self.form.is_understood
            self._show(run_job.not_understood("" if is_told else str(wrong)))
        except GimError as error:
            self._show(run_job.unanswered(error))
        else:
            self._show(self._worded(answer))

    def _worded(self, answer: Prediction) -> Verdict:
        session = self._session
        zone, now = session.zone, session.mart.now()
        verdict = run_job.verdict(answer, zone, now)
        if hold.offers_hold(self.jobs.choice().job, session.status):
            verdict = hold.with_offer(verdict, session.status, zone, now)
        return verdict

    def _show(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.verdict.show_verdict(verdict)
        self._offer_hold()
        self._allow()

    def _offer_hold(self) -> None:
        self.hold.setVisible(hold.offers_hold(self.jobs.choice().job, self._session.status))

    def _allow(self) -> None:
        self.run.setEnabled(self._verdict.may_run and self.verdict.is_confirmed)
        self.hold.setEnabled(self._verdict.may_run)
        self.run.setToolTip("" if self.run.isEnabled() else self._verdict.answer)

    def _preview(self) -> None:
        """Compute what the parameters would change, then show it; where that has to be confirmed, as if it were."""
        from gim_manager.desktop.dialogs.work_dialog import WorkDialog

        mart, parameters, force = self._session.mart, self._given() or "", bool(self._verdict.confirm)
        sentence = self.tr("The re-aggregation is tried on copies and compared with what there is. Nothing is changed.")
        dialog = WorkDialog(self._theme, self._session.bridge, self.tr("Preview"), sentence, self)
        dialog.made.connect(lambda found: self._show_preview(found, parameters))
        dialog.begin(lambda progress: mart.rebuild_preview(parameters, force, progress))

    def _show_preview(self, found: RebuildPreview, parameters: str) -> None:
        from gim_manager.desktop.dialogs.rebuild_preview_dialog import RebuildPreviewDialog

        asked = reaggregation.short(parameters, self._session.mart.now().year)
        RebuildPreviewDialog(self._theme, found, asked, self).open()

    def _copy(self) -> None:
        identity, confirmed = self._session.mart.identity, self.verdict.is_confirmed
        text = run_job.command(self.jobs.choice().job, self._given(), identity, self._verdict, is_confirmed=confirmed)
        QApplication.clipboard().setText(text)

    def _hold(self) -> None:
        self.hold.setEnabled(False)
        self._session.bridge.start("start", self._held())

    async def _held(self) -> None:
        session = self._session
        try:
            await session.bridge.ask(session.mart.hold, True)
        except GimError as error:
            self._show(run_job.unanswered(error))
        else:
            session.refresh()
            self.accept()

    def _start(self) -> None:
        self.run.setEnabled(False)
        self._session.bridge.start("start", self._asked(self.jobs.choice().job, self._given()))

    async def _asked(self, job: Job, parameters: str | None) -> None:
        session = self._session
        force = bool(self._verdict.confirm)
        try:
            run = await session.bridge.ask(session.mart.start, job, parameters, force, self._hand_over)
        except Refused as refusal:
            self._show(run_job.refused(refusal.reason, refusal.rule))
        except GimError as error:
            self._show(run_job.unknown(str(error)))
        else:
            self.started.emit(run.id)
            self.accept()

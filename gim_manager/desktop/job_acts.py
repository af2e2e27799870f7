"""What a person does to jobs from the window: ask for a run, stop runs, and take rows of the list along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gim_manager.domain.errors import GimError

if TYPE_CHECKING:
    from gim_manager.desktop.dialogs.one_by_one_dialog import OneByOneDialog
    from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
    from gim_manager.desktop.dialogs.undo_dialog import UndoDialog
    from gim_manager.desktop.stage import Stage
    from gim_manager.domain.job import Job


class JobActs(QObject):
    """Asked by the window's actions and by the list of jobs."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._one_by_one: OneByOneDialog | None = None

    def run(self, job: Job | None = None, parameters: str = "") -> RunJobDialog:
        """Open the Run Job dialog, with Job Parameters that are known already."""
        from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog

        stage = self._stage
        dialog = RunJobDialog(stage.theme, stage.session, job, stage, parameters)
        dialog.started.connect(self._show_started)
        return stage.opened(dialog)

    def run_again(self) -> RunJobDialog:
        """The Run Job dialog as the selected run was asked for."""
        (run,) = self._stage.open_workplace.jobs.table.selected_runs()
        dialog = self.run(run.job)
        dialog.parameters.setPlainText(run.parameters or "")
        return dialog

    def why_not_again(self) -> str:
        """Why the selected run cannot be asked for once more; empty if it can."""
        from gim_manager.presenters import run_job

        return run_job.why_not_again(self._stage.open_workplace.jobs.table.selected_runs())

    def undo(self) -> UndoDialog:
        """What undoing the selected re-aggregation would put back, and asking for it."""
        from gim_manager.desktop.dialogs.undo_dialog import UndoDialog

        stage = self._stage
        (run,) = stage.open_workplace.jobs.table.selected_runs()
        dialog = UndoDialog(stage.theme, stage.session, run, stage)
        dialog.started.connect(self._show_started)
        return stage.opened(dialog)

    def why_not_undo(self) -> str:
        """Why the selected run cannot be undone; empty if what is kept of it decides."""
        from gim_manager.presenters import undo

        return undo.why_not(self._stage.open_workplace.jobs.table.selected_runs())

    def _show_started(self, run_id: int) -> None:
        if (workplace := self._stage.workplace) is not None:
            workplace.jobs.await_run(run_id)
            workplace.session.refresh()

    def one_by_one(self) -> OneByOneDialog:
        """Lead from job to job beside the list, which can be used meanwhile; there is one such dialog at a time."""
        from gim_manager.desktop.dialogs.one_by_one_dialog import OneByOneDialog

        if self._one_by_one is None:
            stage = self._stage
            self._one_by_one = OneByOneDialog(stage.theme, stage.session, stage)
            self._one_by_one.started.connect(self._show_started)
            self._one_by_one.stop_wanted.connect(lambda run_id: self._stop([run_id]))
            self._one_by_one.finished.connect(self._forget_one_by_one)
        self._one_by_one.show()
        self._one_by_one.raise_()
        return self._one_by_one

    def _forget_one_by_one(self) -> None:
        self._one_by_one = None

    def close_all(self) -> None:
        """The Info Mart goes, and with it what is open beside the list."""
        if self._one_by_one is not None:
            self._one_by_one.close()

    def stop(self) -> None:
        """Ask what stopping would do, then open the Stop Job dialog."""
        from gim_manager.presenters import stop_job

        chosen = stop_job.stoppable(self._stage.open_workplace.jobs.table.selected_runs())
        if chosen:
            self._stop([run.id for run in chosen])

    def _stop(self, ids: list[int]) -> None:
        self._stage.session.bridge.start("stop effects", self._ask_to_stop(ids))

    async def _ask_to_stop(self, ids: list[int]) -> None:
        from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog

        stage = self._stage
        session = stage.session
        try:
            effects = await session.bridge.ask(session.mart.stop_effects, ids)
        except GimError as error:
            stage.show_error(self.tr("Stop Job"), str(error))
            return
        if effects:
            stage.opened(StopJobDialog(stage.theme, session, effects, stage))

    def why_not_stop(self) -> str:
        """Why nothing that is selected can be stopped; empty if something can."""
        from gim_manager.presenters import stop_job

        chosen = self._stage.open_workplace.jobs.table.selected_runs()
        return "" if stop_job.stoppable(chosen) else self.tr("select a run that runs or waits")

    def copy(self) -> None:
        """The selected runs as a table."""
        QApplication.clipboard().setText(self._stage.open_workplace.jobs.copied())

    def why_not_copy(self) -> str:
        """Why nothing can be copied; empty if something can."""
        return "" if self._stage.open_workplace.jobs.table.selected_runs() else self.tr("no run is selected")

    def select_all(self) -> None:
        """Every fetched run."""
        self._stage.open_workplace.jobs.table.selectAll()

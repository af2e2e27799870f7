"""What a person does to jobs from the window: ask for a run, stop runs, and take rows of the list along."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.dialogs.stop_job_dialog import StopJobDialog
from gim_manager.desktop.stage import Stage
from gim_manager.domain.errors import GimError
from gim_manager.domain.job import Job
from gim_manager.presenters import run_job, stop_job


class JobActs(QObject):
    """Asked by the window's actions and by the list of jobs."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def run(self, job: Job | None = None, parameters: str = "") -> RunJobDialog:
        """Open the Run Job dialog, with Job Parameters that are known already."""
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
        return run_job.why_not_again(self._stage.open_workplace.jobs.table.selected_runs())

    def _show_started(self, run_id: int) -> None:
        if (workplace := self._stage.workplace) is not None:
            workplace.jobs.await_run(run_id)
            workplace.session.refresh()

    def stop(self) -> None:
        """Ask what stopping would do, then open the Stop Job dialog."""
        stage = self._stage
        chosen = stop_job.stoppable(stage.open_workplace.jobs.table.selected_runs())
        if chosen:
            stage.session.bridge.start("stop effects", self._ask_to_stop([run.id for run in chosen]))

    async def _ask_to_stop(self, ids: list[int]) -> None:
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

"""The Stop Job question: its numbers, one block a run, and what stopping means for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.run import Cause, Run, Status
from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr
from gim_manager.presenters.mart import StopEffect

SWITCH = ("schedule", "run-aggregates", "false")
"""What keeps a scheduled aggregation stopped (R15): section, option, value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One run, and what will become of it."""

    run_id: int
    job: str
    status: Status
    cause: Cause | None
    state: str
    title: str
    sentence: str
    switched_sentence: str = ""
    """The sentence once run-aggregates is set to false first."""
    switched_title: str = ""
    warns: bool = False
    """Amber, with the check box that keeps it stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The dialog's words."""

    title: str
    button: str
    keep: str
    blocks: tuple[Block, ...]

    @property
    def can_switch(self) -> bool:
        """Whether run-aggregates matters."""
        return any(block.warns for block in self.blocks)


def stoppable(runs: Sequence[Run]) -> list[Run]:
    """The runs that Stop Job can do something about."""
    return [
        run
        for run in runs
        if run.end_time is None and run.status in (Status.SCHEDULED, Status.RUNNING, Status.STOPPING)
    ]


def question(effects: Sequence[StopEffect], now: datetime) -> Question:
    """What to ask before stopping."""
    canceled = sum(effect.run.status is Status.SCHEDULED for effect in effects)
    stopped = len(effects) - canceled
    return Question(
        title=_title(stopped, canceled), button=_button(stopped, canceled),
        keep=tr("Keep running") if stopped else tr("Keep waiting"),
        blocks=tuple(_block(effect, now) for effect in effects),
    )  # fmt: skip


def _title(stopped: int, canceled: int) -> str:
    if not canceled:
        return tr("Stop {n} runs?", "", stopped, one="Stop {n} run?")
    if not stopped:
        return tr("Cancel {n} runs?", "", canceled, one="Cancel {n} run?")
    one = "Stop {n} run and cancel {canceled}?"
    return tr("Stop {n} runs and cancel {canceled}?", "", stopped, one=one, canceled=canceled)


def _button(stopped: int, canceled: int) -> str:
    if stopped and canceled:
        return tr("Stop {stopped}, cancel {canceled}", stopped=stopped, canceled=canceled)
    return tr("Stop {n}", "", stopped) if stopped else tr("Cancel {n}", "", canceled)


def _block(effect: StopEffect, now: datetime) -> Block:
    run = effect.run
    title, sentence = _fate(run)
    block = Block(
        run_id=run.id, job=run.job.value, status=run.status, cause=run.cause, state=_state(run, now),
        title=title, sentence=retold(effect.sentence) or sentence,
    )  # fmt: skip
    if not effect.restarts:
        return block
    return Block(
        run_id=run.id, job=run.job.value, status=run.status, cause=run.cause, state=block.state, warns=True,
        title=tr("Will be stopped, and started again"),
        sentence=tr("run-aggregates is true and its window is open, so the scheduler starts it again almost at once. "
        "To keep it stopped:"),
        switched_title=tr("Will be stopped, and stays stopped"),
        switched_sentence=tr("run-aggregates becomes false first, for everybody, until somebody sets it to true "
        "again:"),
    )  # fmt: skip


def _fate(run: Run) -> tuple[str, str]:
    if run.status is Status.SCHEDULED:
        return tr("Will be canceled"), tr(
            "It has not started. It disappears from the job list and stays in the audit trail."
        )
    if run.status is Status.STOPPING:
        return tr("Will be killed now"), tr(
            "It is stopping already. What it has committed stays; the rest is rolled back."
        )
    kept = tr("What it has committed stays")
    if run.rows:
        kept = tr("What it has committed stays ({n} rows)", "", run.rows, one="What it has committed stays ({n} row)")
    return (
        tr("Will be stopped"),
        tr(
            "{kept}; the open transaction is rolled back. Its statement is cancelled at once; after {duration} without "
            "a safe point it is killed.",
            kept=kept,
            duration=words.duration(10, whole=True),
        ),
    )


def _state(run: Run, now: datetime) -> str:
    is_known = run.status is not Status.RUNNING or run.progress is not None
    detail = words.status_detail(run, now) if is_known else words.run_duration(run, now)
    return f"{words.status_word(run)} {detail}".strip()

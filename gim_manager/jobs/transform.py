"""Job_TransformGIM: what was extracted becomes dimensions and facts, chunk by chunk, oldest first (T01)."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime

from sqlalchemy import Connection

from gim_manager.jobs import audit, transform_todo
from gim_manager.jobs.transform_dimensions import CONFIGURED, merge_dimension
from gim_manager.jobs.transform_facts import INTERACTIONS, SESSIONS, Family, compute, parameters, write
from gim_manager.jobs.transform_log import Discards, finish_transaction
from gim_manager.jobs.transform_todo import INTERACTION, SESSION, Cut, Reach
from gim_manager.jobs.work import Outcome, StepReport, Work
from gim_manager.schema.engines import reading, writing

MOST_INTERACTIONS = 4_000
MOST_SESSIONS = 400
"""How many one transaction takes at most, so that it lasts about two seconds (architecture, idea 8)."""
FOREVER = 2**31
"""A window of time that holds everything: `chunk-size` 0."""
_DIMENSIONS = "Dimensions"
_FAMILIES = {INTERACTION: INTERACTIONS, SESSION: SESSIONS}


def run(work: Work) -> Outcome:
    """Computes everything that was extracted since the last transformation; raises GimError or Stopped."""
    return _Transformation(work).run()


class _Transformation:
    """One run: what it has written so far, and what it left out."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.started: datetime = work.now()
        self.rows = 0
        self.discards = Discards(work)
        self.values = parameters(work.options)

    def run(self) -> Outcome:
        """The whole job."""
        self.work.report.planned([_DIMENSIONS, *INTERACTIONS.facts, *SESSIONS.facts])
        with reading(self.work.info_mart) as connection:
            reach = transform_todo.reach(connection)
            idle = transform_todo.is_empty(connection) and not transform_todo.has_news(connection, reach)
        if idle:
            self._complete()
            return Outcome(rows=0, note="nothing extracted since the last transformation")
        self._dimensions()
        self._collect(reach)
        self._facts()
        self.discards.warn()
        return Outcome(rows=self.rows)

    def _complete(self) -> None:
        with self.work.turn(), writing(self.work.info_mart) as connection:
            audit.complete(connection, self.work, self.started, self.rows)

    def _dimensions(self) -> None:
        with self.work.report.step(_DIMENSIONS) as step, self.work.turn(), writing(self.work.info_mart) as connection:
            audit_key = audit.begin(connection, self.work)
            with self.work.stop.cancels(connection):
                written = {target.name: merge_dimension(connection, target, audit_key) for target in CONFIGURED}
            finish_transaction(connection, self.work, audit_key, written)
            self.rows += sum(written.values())
            step.rows(sum(written.values()))

    def _collect(self, reach: Reach) -> None:
        """Fills the list of work, a bounded number of extracted rows a transaction."""
        mark = reach.mark
        while mark < reach.bound:
            self.work.stop.check()
            with self.work.turn(), writing(self.work.info_mart) as connection:
                part = transform_todo.next_slice(connection, Reach(mark=mark, bound=reach.bound))
                audit_key = audit.begin(connection, self.work)
                with self.work.stop.cancels(connection):
                    transform_todo.collect(connection, part, self.values, audit_key)
                if part.bound == reach.bound:
                    transform_todo.add_open_sessions(connection, audit_key)
                found = self.discards.take(connection, audit_key)
                finish_transaction(connection, self.work, audit_key, {})
            self.discards.committed(found)
            mark = part.bound

    def _facts(self) -> None:
        """Takes chunk after chunk; the last of them completes the run in its own transaction."""
        with reading(self.work.info_mart) as connection:
            plan = [(cut, list(cut.chunks(connection)), cut.waiting(connection)) for cut in self._cuts()]
        last_cut = next((cut for cut, chunks, _ in reversed(plan) if chunks), None)
        for cut, chunks, waiting in plan:
            with _Steps(self.work, _FAMILIES[cut.kind]) as steps:
                for number in chunks:
                    self.work.stop.check()
                    self._chunk(cut, steps, is_last=cut is last_cut and number == len(chunks))
                    steps.progress(number, len(chunks), waiting)
        if last_cut is None:
            self._complete()

    def _cuts(self) -> tuple[Cut, Cut]:
        seconds = self.work.options.number("gim-transformation", "chunk-size") or FOREVER
        return (
            Cut(kind=INTERACTION, seconds=seconds, most=MOST_INTERACTIONS),
            Cut(kind=SESSION, seconds=seconds, most=MOST_SESSIONS),
        )

    def _chunk(self, cut: Cut, steps: _Steps, *, is_last: bool) -> None:
        """One transaction: facts, notifications, list and history together."""
        with self.work.turn(), writing(self.work.info_mart) as connection:
            audit_key = audit.begin(connection, self.work)
            with self.work.stop.cancels(connection):
                written, found = self._computed(connection, cut, audit_key)
            finish_transaction(connection, self.work, audit_key, written)
            rows = self.rows + sum(written.values())
            if is_last:
                audit.complete(connection, self.work, self.started, rows)
        self.rows = rows
        self.discards.committed(found)
        steps.rows(written)

    def _computed(
        self, connection: Connection, cut: Cut, audit_key: int
    ) -> tuple[dict[str, int], list[tuple[str, str, int]]]:
        family = _FAMILIES[cut.kind]
        cut.take(connection)
        compute(connection, family, {**self.values, "audit_key": audit_key})
        found = self.discards.take(connection, audit_key)
        written = write(connection, family, audit_key)
        cut.done(connection)
        return written, found


class _Steps:
    """The steps of a family's facts, which run side by side: each chunk writes a little of each."""

    def __init__(self, work: Work, family: Family) -> None:
        self._work = work
        self._family = family
        self._stack = ExitStack()
        self._steps: dict[str, StepReport] = {}
        self._totals = dict.fromkeys(family.facts, 0)

    def __enter__(self) -> _Steps:
        self._steps = {fact: self._stack.enter_context(self._work.report.step(fact)) for fact in self._family.facts}
        return self

    def __exit__(self, *failure: object) -> None:
        self._stack.__exit__(*failure)  # type: ignore[arg-type]

    def rows(self, written: dict[str, int]) -> None:
        """Adds what a chunk has committed."""
        for fact, rows in written.items():
            self._totals[fact] += rows
            self._steps[fact].rows(self._totals[fact])

    def progress(self, number: int, chunks: int, waiting: int) -> None:
        """After chunk `number` of `chunks`."""
        for step in self._steps.values():
            step.progress(number / chunks, f"chunk {number} of {chunks}")
        self._work.report.progress(number / chunks, f"{waiting} {self._family.noun}, chunk {number} of {chunks}")

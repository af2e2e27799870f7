"""How undoing a re-aggregation is asked for, and what is said of it."""

from datetime import date

import pytest

from gim_manager.domain.aggregates import Level
from gim_manager.domain.decide import Answer, predict
from gim_manager.domain.job import Job
from gim_manager.domain.reaggregation import BadParameters, Reaggregation
from gim_manager.domain.run import Status
from gim_manager.domain.undo import Changed, Kept, Undoable, Undoing, not_undoable, objection, read_request
from tests.language.build import a_run, a_world, at

DAY = date(2026, 6, 8)
CHANGED = Changed(hierarchy="H_QUEUE", level=Level.DAY, changed=2, added=1, removed=4, first=DAY, last=date(2026, 6, 9))
KEPT = Kept(run_id=12, is_known=True, sets=(CHANGED,))
ASKED = Undoing(run_id=12).parameters


@pytest.mark.parametrize("text", ["-undoReaggregation 12", " -UNDOreaggregation \t 12 ", ASKED])
def test_it_is_asked_for_by_the_number_of_a_run(text: str) -> None:
    assert read_request(text) == Undoing(run_id=12)


def test_what_the_guide_knows_is_read_as_before() -> None:
    assert isinstance(read_request("-insertPendingAgg ALLSETS:2026-06-08:2026-06-08"), Reaggregation)


@pytest.mark.parametrize(
    ("text", "column", "right"),
    [("-undoReaggregation", 19, "a blank"), ("-undoReaggregation12", 19, "a blank"),
     ("-undoReaggregation x", 20, "Job ID"),
     ("-undoReaggregation 12 13", 23, "nothing more"), ("-undoReaggregation 12345678901", 20, "Job ID"),
     ("-undo 12", 1, "-insertPendingAgg")],
)  # fmt: skip
def test_what_cannot_be_read_is_pointed_at(text: str, column: int, right: str) -> None:
    with pytest.raises(BadParameters) as wrong:
        read_request(text)
    assert (wrong.value.column, right in wrong.value.right) == (column, True)


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (KEPT, ""),
        (Kept(run_id=12), "Nothing is kept of what run 12 has replaced."),
        (Kept(run_id=12, is_known=True), "Run 12 has changed no rows: there is nothing to undo."),
        (Kept(run_id=12, is_known=True, undone_by=14), "Run 12 was undone by run 14; undo that one to have it again."),
        (Kept(run_id=12, is_known=True, sets=(CHANGED,), undone_by=14), ""),
        (Kept(run_id=12, is_known=True, sets=(CHANGED,), dropped_by=9),
         "The rows that run 12 replaced were dropped by Job_MaintainGIM 9."),
        (Kept(run_id=12, is_known=True, sets=(CHANGED,), rebuilt=("H_QUEUE DAY", DAY)),
         "H_QUEUE DAY of 2026-06-08 was built again since: its rows are no longer those that run 12 left."),
    ],
)  # fmt: skip
def test_R18_why_it_cannot_be_put_back_is_a_sentence(kept: Kept, told: str) -> None:
    assert objection(kept) == told


def test_only_a_re_aggregation_that_has_ended_can_be_undone() -> None:
    assert "no re-aggregation" in not_undoable(a_run(Job.AGGREGATE, Status.COMPLETE))
    assert "not ended" in not_undoable(a_run(Job.AGGREGATE, parameters=ASKED))
    assert not_undoable(a_run(Job.AGGREGATE, Status.STOPPED, parameters=ASKED)) == ""


def test_R18_it_is_told_what_would_be_put_back_and_no_range_of_days_is_asked_for() -> None:
    answer = predict(a_world(a_run(Job.AGGREGATE)), at("12:00"), Job.AGGREGATE, ASKED, grounds=Undoable(kept=KEPT))
    assert (answer.kind, answer.parameters) == (Answer.STARTS, ASKED)
    assert answer.remarks == "Puts back 7 rows of 2026-06-08 to 2026-06-09 that run 12 has changed."


def test_R18_what_cannot_be_put_back_is_refused_and_cannot_be_forced() -> None:
    undoable = Undoable(kept=KEPT, why="It is too late.")
    answer = predict(a_world(a_run(Job.AGGREGATE)), at("12:00"), Job.AGGREGATE, ASKED, grounds=undoable)
    assert (answer.kind, answer.rule, answer.reason) == (Answer.REFUSED, "R18", "It is too late.")


def test_R19_an_undoing_is_never_ignored_but_waits_for_the_aggregation_that_is_started_for_it() -> None:
    answer = predict(a_world(), at("12:00"), Job.AGGREGATE, ASKED, grounds=Undoable(kept=KEPT))
    assert (answer.kind, answer.starts_aggregation, answer.parameters) == (Answer.STARTS, True, ASKED)

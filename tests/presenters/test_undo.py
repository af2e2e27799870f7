"""Undoing a re-aggregation, in words."""

from datetime import date

from gim_manager.domain.aggregates import Level
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.undo import Changed, Kept, Undoable
from gim_manager.presenters import undo
from tests.language.build import a_run

CHANGED = Changed(
    hierarchy="H_QUEUE",
    level=Level.DAY,
    changed=1200,
    added=0,
    removed=4,
    first=date(2026, 6, 8),
    last=date(2026, 6, 9),
)
ASKED = "-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-09"


def test_only_one_re_aggregation_that_has_ended_can_be_undone() -> None:
    ended = a_run(Job.AGGREGATE, Status.STOPPED, parameters=ASKED)
    assert undo.why_not([ended]) == ""
    assert undo.why_not([a_run(Job.AGGREGATE, parameters=ASKED)]) == "it has not ended yet"
    for chosen in ([], [ended, ended], [a_run(Job.AGGREGATE, Status.COMPLETE)]):
        assert undo.why_not(chosen) == "select one re-aggregation"


def test_what_would_be_put_back_is_a_sentence_and_a_row_a_set() -> None:
    kept = Kept(run_id=12, is_known=True, sets=(CHANGED,))
    assert (
        undo.sentence(Undoable(kept=kept)) == "Puts back 1204 rows of 2026-06-08 to 2026-06-09 that run 12 has changed."
    )
    assert undo.sentence(Undoable(kept=kept, why="It is too late.")) == "It is too late."
    assert undo.row(CHANGED) == ("H_QUEUE DAY", "2026-06-08 – 2026-06-09", "1,200", "–", "4")

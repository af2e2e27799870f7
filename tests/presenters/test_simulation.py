"""A simulation in words."""

from datetime import UTC

from gim_manager.domain.job import Job
from gim_manager.domain.scenario import Failing
from gim_manager.domain.simulate import Event, Happening
from gim_manager.presenters import words
from gim_manager.presenters.simulation import remarks, rows
from gim_manager.usecases.simulate import Outcome
from tests.language.build import at, options


def test_times_of_other_days_carry_their_date() -> None:
    events = [
        Event(time=at(when), event=Happening.START, job=Job.MAINTAIN, rule=rule, reason="Because.")
        for when, rule in (("23:00", "R08"), ("2026-11-24T23:00", None))
    ]
    told = [tuple(map(words.plain, row)) for row in rows(events, UTC, at("12:00"))]
    assert told == [
        ("23:00:00", "start", "Job_MaintainGIM", "R08", "Because."),
        ("24 Nov 23:00:00", "start", "Job_MaintainGIM", "", "Because."),
    ]


def test_what_was_said_in_vain_is_remarked() -> None:
    outcome = Outcome(
        options=options(), since=at("12:00"), events=(), unknown=("[schedule] foo",),
        missed=(Failing(job=Job.EXPORT, at=at("13:00")),),
    )  # fmt: skip
    assert remarks(outcome, UTC) == (
        "Not known to this program: [schedule] foo",
        "No run of Job_ExportGIM starts at or is running at 13:00:00, so none fails.",
    )

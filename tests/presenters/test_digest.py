"""The night in one sentence."""

from datetime import timedelta

import pytest

from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.digest import Digest, Gap, Told
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.presenters.digest import rows_of_drops, rows_of_jobs, sentence
from tests.language.fake_window import BERLIN, NOW, ended, wall

SINCE, UNTIL = wall("23:10:00", 24), wall("06:55:00")
DONE = {(Job.EXTRACT, Status.COMPLETE): 19, (Job.TRANSFORM, Status.COMPLETE): 18}
BROKEN = DONE | {(Job.TRANSFORM, Status.FAILED): 2, (Job.EXPORT, Status.FAILED): 1}


def night(*gaps: Told, **more: object) -> str:
    given = {"since": wall("18:00:00", 24), "until": NOW, "complete_to": wall("06:30:00")} | more
    return sentence(Digest(gaps=gaps, **given), BERLIN, "WS-4471")  # type: ignore[arg-type]


def told(server: str | None = "WS-4471:17:ab", *, due: int = 14, made_up: int = 1, **times: object) -> Told:
    given = {"since": SINCE, "until": UNTIL} | times
    return Told(gap=Gap(server=server, **given), due=due, made_up=made_up)  # type: ignore[arg-type]


def maintenance(status: Status, cause: Cause = Cause.DONE) -> Run:
    return ended(1, Job.MAINTAIN, "03:00:00", "03:48:00", status=status, cause=cause)


def test_a_computer_that_slept() -> None:
    assert night(told()) == (
        "While this computer slept, Sat 23:10 to 06:55: 14 launches due, 1 made up, 13 dropped by rule; "
        "data complete to 06:30."
    )


def test_a_server_elsewhere_and_one_that_ended() -> None:
    assert night(told("etlsrv-02:9:c")).startswith("While the server on etlsrv-02 slept or had no database, Sat 23:10")
    assert night(told(None)).startswith("While no server was running, Sat 23:10 to 06:55: 14 launches due, 1 made up")
    one = night(told(None, due=1, made_up=0))
    assert "1 launch due, 0 made up, 1 dropped by rule" in one


def test_several_times_are_one() -> None:
    again = told(None, due=2, made_up=2, since=wall("07:30:00"), until=wall("08:00:00"))
    assert night(told(), again).startswith(
        "While no server was running, 2 times from Sat 23:10 to 08:00: 16 launches due, 3 made up, 13 dropped by rule"
    )


def test_a_server_that_is_still_away() -> None:
    still = told(None, until=NOW, made_up=0)
    assert night(still) == "No server is running, since Sat 23:10: 14 launches due so far; data complete to 06:30."


def test_a_quiet_night() -> None:
    said = night(told(due=0), ended=DONE, maintained=(maintenance(Status.COMPLETE),), maintenance_was_due=True)
    assert said == "Since Sat 18:00: 37 runs, none failed; maintenance ran 03:00 – 03:48; data complete to 06:30."
    assert night(complete_to=None) == "Since Sat 18:00: no run."


def test_failures_by_job_and_what_is_late() -> None:
    said = night(ended=BROKEN, late=("eu-idb2",), maintenance_was_due=True)
    assert said == (
        "Since Sat 18:00: 40 runs, 3 failed (Job_TransformGIM 2, Job_ExportGIM 1); maintenance did not run; "
        "late: eu-idb2; data complete to 06:30."
    )
    assert "13 dropped by rule; 3 failed (Job_TransformGIM 2, Job_ExportGIM 1); data" in night(told(), ended=BROKEN)


@pytest.mark.parametrize(
    ("status", "cause", "clause"),
    [
        (Status.STOPPED, Cause.RULE, "maintenance was stopped after 48 m 00 s"),
        (Status.FAILED, Cause.ERROR, "maintenance failed"),
    ],
)
def test_maintenance_that_did_not_end_well(status: Status, cause: Cause, clause: str) -> None:
    assert clause in night(maintained=(maintenance(status, cause),), maintenance_was_due=True)
    both = (maintenance(Status.COMPLETE), maintenance(status, cause))
    assert "maintenance ran 03:00 – 03:48" in night(maintained=both)


def test_a_time_long_ago_has_its_date() -> None:
    assert night(since=wall("18:00:00", 1)).replace("\u202f", " ").startswith("Since 1 Oct 18:00: no run;")


def test_its_parts_are_rows() -> None:
    drop = Decision(
        kind=DecisionKind.DROP, job=Job.MAINTAIN, rule="R09", reason="Nobody could make the launch of 03:00 in time.",
        first_at=UNTIL, last_at=UNTIL + timedelta(minutes=1),
    )  # fmt: skip
    digest = Digest(since=SINCE, until=NOW, ended=BROKEN, dropped=(drop,))
    assert list(rows_of_jobs(digest)) == [
        ("Job_ExtractICON", "19", "", ""), ("Job_TransformGIM", "18", "2", ""), ("Job_ExportGIM", "", "1", ""),
    ]  # fmt: skip
    assert list(rows_of_drops(digest, BERLIN)) == [
        ("06:56", "Job_MaintainGIM", "R09", "Nobody could make the launch of 03:00 in time.")
    ]

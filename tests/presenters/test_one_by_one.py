"""Where the procedure stands is told job by job, with what is off and what its end puts back."""

from dataclasses import replace

from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import OneByOne, Step
from gim_manager.domain.run import Status
from gim_manager.presenters import one_by_one
from gim_manager.usecases.one_by_one import Ended, Stand
from tests.language.fake_window import BERLIN, NOW, ended, going, the_status, wall

PUT_BACK = {"run-scheduler": "true", "run-maintain": None}
PROCEDURE = OneByOne(
    id=1, owner="ada", since=wall("10:05:00"), put_back=PUT_BACK,
    steps=(Step(job=Job.EXTRACT, run_id=1), Step(job=Job.TRANSFORM, is_skipped=True),
           Step(job=Job.AGGREGATE, run_id=3), Step(job=Job.MAINTAIN)),
)  # fmt: skip
STAND = Stand(
    procedure=PROCEDURE,
    runs={
        Job.EXTRACT: ended(1, Job.EXTRACT, "10:06:00", "10:07:00", status=Status.FAILED, error="Disk full."),
        Job.AGGREGATE: going(3, Job.AGGREGATE, "10:10:00"),
    },
    obstacle="Job_AggregateGIM 3 must end before Job_MaintainGIM runs: nothing may run beside it.",
)  # fmt: skip


def test_each_job_says_what_became_of_it_and_what_can_be_done() -> None:
    sheet = one_by_one.sheet(STAND, BERLIN, NOW)
    assert sheet.headline == "ada has been running jobs one by one since 10:05."
    extract, transform, aggregate, maintain = sheet.rows
    assert extract.outcome.endswith("Disk full.") and extract.outcome.startswith("Failed")
    assert transform.outcome == "passed over"
    assert aggregate.outcome.startswith("Running · no end set") and aggregate.may_stop and not aggregate.may_repeat
    assert (maintain.is_next, maintain.outcome) == (True, "")
    assert sheet.obstacle.startswith("Job_AggregateGIM 3 must end") and not sheet.is_done


def test_the_latest_job_can_be_repeated_once_it_has_ended() -> None:
    procedure = replace(PROCEDURE, steps=(Step(job=Job.EXTRACT, run_id=1), *PROCEDURE.steps[1:2], *(
        Step(job=job) for job in (Job.AGGREGATE, Job.MAINTAIN)
    )))  # fmt: skip
    rows = one_by_one.sheet(replace(STAND, procedure=procedure, obstacle=None), BERLIN, NOW).rows
    assert [row.may_repeat for row in rows] == [True, False, False, False]
    gone = one_by_one.sheet(Stand(procedure=procedure), BERLIN, NOW)
    assert gone.rows[0].outcome == "its run is no longer kept"


def test_what_is_off_and_what_is_put_back_are_named_with_their_values() -> None:
    sheet = one_by_one.sheet(STAND, BERLIN, NOW)
    assert sheet.off == "Switched off meanwhile: run-scheduler, run-maintain."
    assert sheet.end == "Its end puts back: run-scheduler = true, run-maintain = true (the default)."
    nothing = one_by_one.sheet(replace(STAND, procedure=replace(PROCEDURE, put_back={})), BERLIN, NOW)
    assert nothing.off.startswith("Nothing had to be switched off") and nothing.end == "Its end changes no option."


def test_the_banner_is_there_as_long_as_the_procedure_whoever_has_gone() -> None:
    status = the_status()
    assert one_by_one.banner(status, BERLIN, NOW) is None
    fact, consequence = one_by_one.banner(replace(status, one_by_one=PROCEDURE), BERLIN, NOW) or ("", "")
    assert fact == "ada has been running jobs one by one since 10:05."
    assert consequence == "Off meanwhile, and put back at its end: run-scheduler, run-maintain."


def test_its_end_says_what_it_put_back_and_what_it_left() -> None:
    assert one_by_one.ended(Ended(procedure=None)).startswith("Nobody runs jobs one by one")
    whole = Ended(procedure=PROCEDURE, put_back={("schedule", name): value for name, value in PUT_BACK.items()})
    assert one_by_one.ended(whole) == "Put back: run-scheduler = true, run-maintain = true (the default)."
    left = replace(whole, put_back={}, left=("run-maintain",))
    assert one_by_one.ended(left) == (
        "No option had to be put back. Somebody has set anew meanwhile, and it stays so: run-maintain."
    )

"""Jobs one by one: in the guide's order, with what is on switched off, and nothing put back that others have set."""

from datetime import UTC, datetime

from gim_manager.domain.job import Job
from gim_manager.domain.one_by_one import ORDER, OneByOne, Step, obstacle, to_put_back, to_switch_off
from gim_manager.domain.options import Options
from gim_manager.domain.run import Run, Status

NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)
FRESH = OneByOne(id=1, owner="ada", since=NOON, put_back={})


def run(number: int, job: Job, status: Status = Status.RUNNING) -> Run:
    return Run(id=number, job=job, status=status, requested_at=NOON, requested_by="ada")


def after(*jobs: Job) -> OneByOne:
    procedure = FRESH
    for number, job in enumerate(jobs, 1):
        steps = procedure.with_run(job, number)
        procedure = OneByOne(id=1, owner="ada", since=NOON, put_back={}, steps=steps)
    return procedure


def test_the_jobs_come_in_the_order_of_the_guide() -> None:
    assert ORDER == (Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.MAINTAIN)
    assert FRESH.next == Step(job=Job.EXTRACT) and FRESH.latest is None
    begun = after(Job.EXTRACT)
    assert begun.latest == Step(job=Job.EXTRACT, run_id=1)
    assert begun.next is not None and begun.next.job is Job.TRANSFORM
    assert after(*ORDER).next is None


def test_a_job_that_is_passed_over_does_not_come_again() -> None:
    assert FRESH.next is not None
    skipped = OneByOne(id=1, owner="ada", since=NOON, put_back={}, steps=FRESH.without(FRESH.next))
    assert skipped.next == Step(job=Job.TRANSFORM) and skipped.latest is None


def test_only_what_is_on_is_switched_off() -> None:
    assert to_switch_off(Options.defaults()) == {"run-maintain": None}
    on = Options(values={("schedule", "run-scheduler"): "true", ("schedule", "run-maintain"): "false"})
    assert to_switch_off(on) == {"run-scheduler": "true"}


def test_what_somebody_has_set_anew_meanwhile_stays() -> None:
    put_back = {"run-scheduler": "true", "run-maintain": None}
    off = {("schedule", "run-scheduler"): "false", ("schedule", "run-maintain"): "false"}
    assert to_put_back(Options(values=off), put_back) == {
        ("schedule", "run-scheduler"): "true", ("schedule", "run-maintain"): None,
    }  # fmt: skip
    anew = off | {("schedule", "run-maintain"): "true"}
    assert to_put_back(Options(values=anew), put_back) == {("schedule", "run-scheduler"): "true"}


def test_the_next_job_waits_for_the_one_before_it() -> None:
    begun, extracting = after(Job.EXTRACT), (run(1, Job.EXTRACT),)
    assert obstacle(begun, Job.TRANSFORM, extracting) == "Job_ExtractICON 1 has not ended yet."
    assert obstacle(begun, Job.TRANSFORM, ()) is None
    assert obstacle(begun, Job.TRANSFORM, (run(9, Job.EXPORT),)) is None


def test_aggregation_has_no_end_to_wait_for_but_must_end_before_maintenance() -> None:
    aggregating = (run(3, Job.AGGREGATE),)
    procedure = after(Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE)
    assert obstacle(procedure, Job.AGGREGATE, aggregating) is None
    told = obstacle(procedure, Job.MAINTAIN, aggregating)
    assert told == "Job_AggregateGIM 3 must end before Job_MaintainGIM runs: nothing may run beside it."
    assert obstacle(procedure, Job.MAINTAIN, ()) is None

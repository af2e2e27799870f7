"""Asking and stopping: by the live rules, and always with a line in the audit trail."""

from datetime import timedelta

import pytest

from gim_manager.domain.decide import Answer
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.errors import BadValue, NoServer, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.run import SCHEDULER, Run, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import decisions, options, runs
from gim_manager.usecases import history
from gim_manager.usecases import runs as usecase
from gim_manager.usecases.context import Context
from tests.language.fact_kinds import Stay
from tests.language.facts import add, at
from tests.language.requests import acts, asked
from tests.language.requests import running as running_of
from tests.language.statements import statements


def test_without_a_server_nothing_is_written(context: Context) -> None:
    with pytest.raises(NoServer):
        usecase.start(context, Job.EXTRACT)
    assert acts(context) == []
    assert not history.changes(context, 0).run_ids


def test_a_request_is_a_scheduled_run_of_this_person(context: Context) -> None:
    run = asked(context, Job.EXTRACT)
    assert (run.status, run.requested_by) == (Status.SCHEDULED, "ada")
    assert acts(context) == [("ada", "requested", None)]


def test_on_postgresql_a_request_that_starts_now_is_one_message_once_the_rest_is_known(context: Context) -> None:
    context.world(context.now())
    with statements(context.database) as told:
        run = asked(context, Job.TRANSFORM)
    writes = [statement for statement in told if "mgr_run" in statement and "INSERT" in statement]
    assert len(writes) == 1
    if not context.database.is_local:
        assert len(told) == 2, "what changed since, and the request with all that belongs to it"
    assert acts(context) == [("ada", "requested", None)]
    assert run.status is Status.SCHEDULED


def _decided(context: Context) -> list[tuple[DecisionKind, Job, str, int | None]]:
    with reading(context.database.manager) as connection:
        found = decisions.at_time(connection, None, context.now(), around=timedelta(minutes=1))
    return [(decision.kind, decision.job, decision.rule, decision.run_id) for decision in found]


def test_a_request_that_waits_and_one_that_is_refused_are_decisions(context: Context) -> None:
    running = running_of(context, Job.EXTRACT)
    waiting = asked(context, Job.EXTRACT)
    with pytest.raises(Refused):
        asked(context, Job.EXTRACT)
    assert running.id != waiting.id
    assert _decided(context) == [
        (DecisionKind.HOLD, Job.EXTRACT, "R21", waiting.id), (DecisionKind.REFUSE, Job.EXTRACT, "R21", None)
    ]  # fmt: skip


def test_R24_a_refusal_is_no_run_and_stands_in_the_audit_trail(context: Context) -> None:
    with pytest.raises(Refused) as refused:
        asked(context, Job.EXPORT)
    assert refused.value.rule == "R24"
    assert acts(context) == [("ada", "refused", "R24")]
    assert not history.changes(context, 0).run_ids


def test_R10_the_warning_of_a_request_beside_scheduled_maintenance_stands_on_it(context: Context) -> None:
    with writing(context.database.manager) as connection:
        maintenance = runs.request(
            connection, job=Job.MAINTAIN, by=SCHEDULER, host="h", now=context.now(), launch_key="k"
        )
        runs.claim(connection, maintenance.id, server="s", token="t", now=context.now())
    warned = asked(context, Job.TRANSFORM)
    assert warned.reason and f"Job_MaintainGIM {maintenance.id} is running" in warned.reason


def test_R21_a_second_waiting_request_is_refused(context: Context) -> None:
    running_of(context, Job.EXTRACT)
    waiting = asked(context, Job.EXTRACT)
    assert waiting.status is Status.SCHEDULED and waiting.reason
    with pytest.raises(Refused) as refused:
        asked(context, Job.EXTRACT)
    assert refused.value.rule == "R21"


def test_parameters_that_cannot_be_read_change_nothing(context: Context) -> None:
    with pytest.raises(BadValue):
        usecase.start(context, Job.AGGREGATE, parameters="-nonsense", wait_for_server=False)
    assert acts(context) == []


def test_a_prediction_says_what_a_request_would_come_to(context: Context) -> None:
    assert usecase.predict(context, Job.EXTRACT).kind is Answer.STARTS
    running_of(context, Job.EXTRACT)
    assert usecase.predict(context, Job.EXTRACT).kind is Answer.WAITS
    assert usecase.predict(context, Job.EXPORT).kind is Answer.REFUSED


REQUEST = "-insertPendingAgg H_QUEUE-DAY:2026-06-08:2026-06-08"


@pytest.fixture
def loaded(context: Context) -> Context:
    """One call, on the eighth of June."""
    with writing(context.database.info_mart) as connection:
        add(connection, [Stay(start=at("2026-06-08 12:00"))])
    return context


def _rebuilt(context: Context, parameters: str = REQUEST, **more: bool) -> Run:
    return usecase.start(context, Job.AGGREGATE, parameters=parameters, wait_for_server=False, **more)


def test_R18_while_aggregation_runs_a_request_waits_with_its_parameters(loaded: Context) -> None:
    running_of(loaded, Job.AGGREGATE)
    first, second = _rebuilt(loaded), _rebuilt(loaded)
    assert (first.status, first.parameters) == (Status.SCHEDULED, REQUEST)
    assert first.reason is not None and first.reason.startswith("Begins with the next interval of Job_AggregateGIM")
    assert second.reason == f"Waits for re-aggregation {first.id} to end."
    assert usecase.predict(loaded, Job.AGGREGATE, REQUEST).remarks.startswith("Rebuilds 2026-06-08 00:00 to 2026-06-09")


def test_R19_while_it_does_not_run_the_parameters_are_ignored(loaded: Context) -> None:
    run = _rebuilt(loaded)
    assert run.parameters is None
    assert run.reason is not None and "parameters are ignored" in run.reason


def test_R19_handed_over_the_request_waits_for_the_aggregation_that_is_asked_for_with_it(loaded: Context) -> None:
    request = _rebuilt(loaded, hand_over=True)
    with reading(loaded.database.manager) as connection:
        aggregation, waiting = runs.open_runs(connection)
    assert (aggregation.job, aggregation.parameters, aggregation.status) == (Job.AGGREGATE, None, Status.SCHEDULED)
    assert (waiting, waiting.parameters) == (request, REQUEST)
    again = _rebuilt(loaded, hand_over=True)
    with reading(loaded.database.manager) as connection:
        assert [run.id for run in runs.open_runs(connection)] == [aggregation.id, request.id, again.id]


@pytest.mark.parametrize(("schedules", "jobs"), [(True, [Job.AGGREGATE]), (False, [Job.AGGREGATE, Job.AGGREGATE])])
def test_R19_nobody_waits_for_the_schedule_where_it_is_not_served(
    loaded: Context, jobs: list[Job], *, schedules: bool
) -> None:
    always = {"run-aggregates": "true", "aggregate-schedule": "0 0", "aggregate-duration": "24:00"}
    with writing(loaded.database.manager) as connection:
        given = {("schedule", name): value for name, value in always.items()}
        options.change(connection, given, by="ada", host=None, now=loaded.now())
    loaded.schedules = schedules
    request = _rebuilt(loaded, hand_over=True)
    assert request.parameters == REQUEST
    with reading(loaded.database.manager) as connection:
        assert [run.job for run in runs.open_runs(connection)] == jobs


@pytest.mark.parametrize("hand_over", [False, True])
def test_R20_a_range_without_its_facts_is_refused_and_can_be_forced(loaded: Context, *, hand_over: bool) -> None:
    if not hand_over:
        running_of(loaded, Job.AGGREGATE)
    before = "-insertPendingAgg H_QUEUE-DAY:2026-06-07:2026-06-08"
    with pytest.raises(Refused) as refused:
        _rebuilt(loaded, before, hand_over=hand_over)
    assert refused.value.rule == "R20" and "2026-06-07 lies before" in refused.value.reason
    assert acts(loaded)[0] == ("ada", "refused", "R20")
    forced = _rebuilt(loaded, before, hand_over=hand_over, force=True)
    assert (forced.parameters, forced.forced) == (before, True)


def test_R20_force_overrides_no_other_rule(loaded: Context) -> None:
    running_of(loaded, Job.AGGREGATE)
    with pytest.raises(Refused) as refused:
        _rebuilt(loaded, "-insertPendingAgg H_CAMPAIGN-DAY:2026-06-07:2026-06-08", force=True)
    assert refused.value.rule == "R18"

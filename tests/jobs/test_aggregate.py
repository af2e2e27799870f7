"""Job_AggregateGIM as a run: it drains, follows the facts, honours thresholds, and stops at once (A06)."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.pool import QueuePool

from gim_manager.domain.aggregates import H_AGENT, H_I_SESS_STATE, H_QUEUE, HIERARCHIES, Level
from gim_manager.engine.stopping import Stopping
from gim_manager.jobs import aggregate
from gim_manager.jobs.script import script
from gim_manager.jobs.work import Outcome, Stopped, Work
from gim_manager.schema.aggregates import TABLES
from gim_manager.schema.control import agr_pending
from gim_manager.schema.engines import make_engine, reading
from tests.language.aggregation import aggregation, drain, ensure_right, mart_with_dimensions, seen
from tests.language.fact_kinds import QUEUES, STATES, Fact, Leg, State, Stay
from tests.language.facts import at, write, write_calendar
from tests.language.waiting import until
from tests.language.work import ARequest, recorded

TEN = at("2026-06-08 10:00")
DAY = 86_400


@pytest.fixture
def mart(database_url: str) -> Engine:
    engine = mart_with_dimensions(database_url)
    write_calendar(engine)
    return engine


def _a_call(start: int = TEN, *, wait: int = 30, ring: int = 4, talk: int = 60) -> list[Fact]:
    leg = Leg(start=start + wait, ring=ring, talk=talk)
    return [leg, Stay(start=start, seconds=wait, target=leg)]


SLOW = 2.0
"""Seconds that a busy machine adds, which is no fault of the job: it would sleep for five."""


@contextmanager
def _running(work: Work) -> Iterator[Stopping]:
    """The job in a thread of its own; it is stopped at the end."""
    stopping = Stopping()
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(aggregate.run, replace(work, stop=stopping))
        try:
            yield stopping
        finally:
            stopping.tell()
            ended = until(lambda: _cancelled_again(stopping, run), what="the job has ended")
            assert isinstance(run.exception(), Stopped), run.exception()
            assert ended < 2.0 + SLOW


def _cancelled_again(stopping: Stopping, run: Future[Outcome]) -> bool:
    # As the worker's heart does: a cancel that falls just before its statement is lost.
    stopping.cancel_again()
    return run.done()


def test_A06_the_run_builds_what_is_there_and_ends_only_when_told(mart: Engine) -> None:
    call = _a_call()
    write(mart, *call)
    work = aggregation(mart)
    with _running(work):
        until(lambda: seen(mart, H_AGENT, Level.YEAR))
        until(lambda: _pending(mart) == 0)
    ensure_right(mart, call)
    assert [step.status for step in recorded(work).steps] == ["Stopped"] * len(HIERARCHIES)
    assert recorded(work).rows_of("H_QUEUE") == 6


def test_A06_new_facts_wake_it(mart: Engine) -> None:
    write(mart, *_a_call())
    with _running(aggregation(mart)) as stopping:
        until(lambda: seen(mart, H_AGENT, Level.YEAR))
        until(lambda: _pending(mart) == 0)
        write(mart, *_a_call(TEN + DAY))
        stopping.wake()
        assert until(lambda: len(seen(mart, H_AGENT, Level.DAY)) == 2) < aggregate.IDLE_SECONDS


def test_A06_who_sleeps_holds_no_connection(mart: Engine) -> None:
    write(mart, *_a_call())
    own = make_engine(mart.url, keeps=True)
    with _running(replace(aggregation(mart), info_mart=own)):
        until(lambda: seen(mart, H_AGENT, Level.YEAR))
        until(lambda: _connections(own) == 0, what="its connections are let go")


def _connections(engine: Engine) -> int:
    pool = engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedin() + pool.checkedout()


def test_A06_a_stop_cancels_the_statement_and_leaves_every_interval_old(mart: Engine) -> None:
    before = _a_call()
    write(mart, *before)
    drain(aggregation(mart))
    write(mart, *_a_call(TEN + 60))
    turns: list[int] = []
    with _every_insert_takes_minutes(mart), _running(_counting(aggregation(mart), turns)):
        until(lambda: len(turns) == 2, what="the first batch has been begun")
    with reading(mart) as connection:
        assert {row.agg_level for row in connection.execute(select(agr_pending))} == {"SUBHOUR"}
    assert [row["offered"] for row in seen(mart, H_AGENT, Level.DAY).values()] == [1]
    drain(aggregation(mart))
    assert [row["offered"] for row in seen(mart, H_AGENT, Level.DAY).values()] == [2]


@contextmanager
def _every_insert_takes_minutes(engine: Engine) -> Iterator[None]:
    if engine.dialect.name == "postgresql":
        body = "BEGIN PERFORM pg_sleep(300); RETURN NEW; END"
        function = f"CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
        trigger = "CREATE TRIGGER slowly BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION slow()"
        drop = "DROP TRIGGER slowly ON {}"
    else:
        function = "CREATE VIEW slow AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        trigger = "CREATE TRIGGER slowly_{0} BEFORE INSERT ON {0} BEGIN SELECT COUNT(*) FROM slow; END"
        drop = "DROP TRIGGER slowly_{0}"
    names = [table.name for (_, level), table in TABLES.items() if level is Level.SUBHOUR]
    _execute(engine, function, *(trigger.format(name) for name in names))
    yield
    _execute(engine, *(drop.format(name) for name in names))


def _execute(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def _pending(engine: Engine) -> int:
    with reading(engine) as connection:
        return len(connection.execute(select(agr_pending)).all())


def test_A06_the_newest_day_is_finished_at_every_level_before_an_older_one_is_begun(mart: Engine) -> None:
    write(mart, *_a_call(), *_a_call(TEN + DAY), *_a_call(TEN + 2 * DAY))
    work = aggregation(mart)
    drain(work)
    write(mart, *_a_call(TEN + 900), *_a_call(TEN + DAY + 900), *_a_call(TEN + 2 * DAY + 900))
    aggregate.take_in(work)
    drain(work, batches=1)
    days = seen(mart, H_AGENT, Level.DAY)
    assert [days[key]["offered"] for key in sorted(days)] == [1, 1, 2]


def test_A06_months_are_built_once_all_days_are(mart: Engine) -> None:
    write(mart, *_a_call(), *_a_call(TEN + DAY))
    work = aggregation(mart)
    aggregate.take_in(work)
    drain(work, batches=2)
    assert not seen(mart, H_QUEUE, Level.MONTH)
    drain(work)
    assert len(seen(mart, H_QUEUE, Level.MONTH)) == 1


@pytest.mark.parametrize(("threshold", "short"), [(5, 0), (10, 0), (11, 1)])
def test_A06_the_threshold_says_which_abandoned_calls_were_short(mart: Engine, threshold: int, short: int) -> None:
    write(mart, Stay(start=TEN, seconds=10, result="ABANDONED"))
    drain(aggregation(mart, short_abandoned_threshold=str(threshold)))
    (row,) = seen(mart, H_QUEUE, Level.YEAR).values()
    assert (row["abandoned_short"], row["abandoned_standard"]) == (short, 1 - short)


@pytest.mark.parametrize(("threshold", "in_time"), [(33, 0), (34, 1)])
def test_A06_the_threshold_says_which_calls_were_accepted_in_time_ringing_included(
    mart: Engine, threshold: int, in_time: int
) -> None:
    write(mart, *_a_call(wait=30, ring=4))
    drain(aggregation(mart, accepted_threshold=str(threshold)))
    (row,) = seen(mart, H_QUEUE, Level.DAY).values()
    assert (row["accepted_thr"], row["accepted_agent_thr"], row["accepted_time"]) == (in_time, in_time, 30)


def test_A06_what_is_set_and_not_honoured_is_reported(mart: Engine) -> None:
    work = aggregation(mart, writer_schedule="default=strict(2:1)", sub_hour_interval="30min")
    with _running(work):
        until(lambda: recorded(work).warnings)
    assert recorded(work).warnings == [
        "[agg] writer-schedule has no effect in this version: one writer builds all, what is recent before what is "
        "older or asked for again."
    ]


def test_R18_a_request_is_worked_beside_the_facts_and_the_run_goes_on(mart: Engine) -> None:
    call = _a_call()
    write(mart, *call)
    request = ARequest(parameters="-insertPendingAgg H_QUEUE,H_AGENT-DAY:2026-06-08:2026-06-08")
    given = [nullcontext(request)]
    with _running(replace(aggregation(mart), handed=lambda: given.pop() if given else None)):
        until(lambda: request.report.infos[-1:] == ["H_AGENT DAY is rebuilt: 1 rows."], seconds=60)
        write(mart, *_a_call(TEN + 60))
        until(lambda: [row["offered"] for row in seen(mart, H_AGENT, Level.YEAR).values()] == [2], seconds=60)
        until(lambda: _pending(mart) == 0)
    assert [step.status for step in request.report.steps] == ["Complete"] * 2


def _counting(work: Work, turns: list[int]) -> Work:
    """The same run; each turn to write that it takes is added to `turns`."""

    @contextmanager
    def counting() -> Iterator[None]:
        turns.append(1)
        yield

    return replace(work, turn=counting)


def test_A06_an_idle_look_takes_no_turn_to_write(mart: Engine) -> None:
    write(mart, *_a_call())
    work = aggregation(mart)
    drain(work)
    turns: list[int] = []
    drain(_counting(work, turns))
    assert turns == []


def test_each_hierarchy_has_a_script_of_one_insert() -> None:
    for hierarchy in (one for one in HIERARCHIES if one.source is None):
        made = script(f"aggregate/{hierarchy.stem}")
        assert [step.target for step in made.steps] == [TABLES[hierarchy, Level.SUBHOUR].name]
        assert made.writes == {TABLES[hierarchy, Level.SUBHOUR].name}
        assert set(hierarchy.facts) <= made.reads


def test_facts_of_others_do_not_count_for_agents(mart: Engine) -> None:
    write(mart, Leg(start=TEN, resource=QUEUES[0]), State(start=TEN, state=STATES[-1]))
    drain(aggregation(mart))
    assert not seen(mart, H_AGENT, Level.DAY)
    assert not seen(mart, H_I_SESS_STATE, Level.DAY)

"""Jobs are run one by one: what must be off is off meanwhile, and put back whatever became of whoever began."""

import signal

import pytest

from gim_manager.domain.errors import BadValue, Refused
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit, leases
from gim_manager.store import runs as store_runs
from gim_manager.usecases import one_by_one, options, status
from gim_manager.usecases.context import Actor, Context
from tests.language import quick_python

SWITCHES = ("run-scheduler", "run-aggregates", "run-maintain")


def _values(context: Context) -> dict[str, str | None]:
    return {name: context.options().get_raw("schedule", name) for name in SWITCHES}


def _alive(context: Context) -> None:
    """A server is heard of, and starts nothing."""
    with writing(context.database.manager) as connection:
        leases.beat(connection, server="one", host="desk", pid=1, version="1", standing=Standing.STANDBY)


def _on(context: Context) -> None:
    _alive(context)
    options.change(context, {("schedule", "run-scheduler"): "true", ("schedule", "run-aggregates"): "true"})


def _ended(context: Context, run: Run, outcome: Status = Status.COMPLETE) -> None:
    with writing(context.database.manager) as connection:
        store_runs.claim(connection, run.id, server="one", token="t", now=context.now())
        cause = Cause.DONE if outcome is Status.COMPLETE else Cause.ERROR
        error = "division by zero" if cause is Cause.ERROR else None
        store_runs.finish(connection, run.id, status=outcome, cause=cause, now=context.now(), error=error, token="t")


def test_it_switches_off_what_is_on_and_remembers_it(context: Context) -> None:
    _on(context)
    begun = one_by_one.begin(context)
    assert dict(begun.put_back) == {"run-scheduler": "true", "run-aggregates": "true", "run-maintain": None}
    assert set(_values(context).values()) == {"false"}
    assert status.read(context).one_by_one == begun
    with reading(context.database.manager) as connection:
        assert "began" in [act.action for act in audit.acts(connection)]


def test_a_second_one_is_refused_and_says_who(context: Context) -> None:
    one_by_one.begin(context)
    ben = Context(database=context.database, actor=Actor(user="ben", host="den"), clock=context.clock)
    with pytest.raises(Refused, match="ada runs jobs one by one already"):
        one_by_one.begin(ben)


def test_the_jobs_run_in_the_guides_order_and_each_waits_for_the_one_before(context: Context) -> None:
    _on(context)
    one_by_one.begin(context)
    extraction = one_by_one.proceed(context)
    assert extraction.job is Job.EXTRACT
    with pytest.raises(Refused, match="has not ended yet"):
        one_by_one.proceed(context)
    _ended(context, extraction)
    transformation = one_by_one.proceed(context)
    _ended(context, transformation, Status.FAILED)
    again = one_by_one.repeat(context)
    assert (again.job, again.id > transformation.id) == (Job.TRANSFORM, True)
    stand = one_by_one.stand(context)
    assert stand is not None
    assert {job: run.id for job, run in stand.runs.items()} == {Job.EXTRACT: extraction.id, Job.TRANSFORM: again.id}
    assert stand.obstacle == f"Job_TransformGIM {again.id} has not ended yet."


def test_R23_maintenance_comes_when_nothing_runs_any_more(context: Context) -> None:
    _on(context)
    one_by_one.begin(context)
    for _ in range(2):
        _ended(context, one_by_one.proceed(context))
    aggregation = one_by_one.proceed(context)
    with pytest.raises(Refused, match="must end before Job_MaintainGIM runs") as refusal:
        one_by_one.proceed(context)
    assert refusal.value.rule == "R23"
    _ended(context, aggregation)
    assert one_by_one.proceed(context).job is Job.MAINTAIN
    with pytest.raises(BadValue, match="Every job has had its turn"):
        one_by_one.proceed(context)


def test_a_job_can_be_passed_over(context: Context) -> None:
    _on(context)
    with pytest.raises(BadValue, match="one-by-one start"):
        one_by_one.skip(context)
    one_by_one.begin(context)
    with pytest.raises(BadValue, match="No job was run yet"):
        one_by_one.repeat(context)
    one_by_one.skip(context)
    one_by_one.skip(context)
    assert one_by_one.proceed(context).job is Job.AGGREGATE


def test_its_end_puts_back_exactly_what_it_switched_off(context: Context) -> None:
    _on(context)
    before = _values(context)
    one_by_one.begin(context)
    ended = one_by_one.end(context)
    assert _values(context) == before
    assert ended.put_back == {("schedule", name): value for name, value in before.items()}
    assert ended.left == ()
    assert one_by_one.stand(context) is None
    assert one_by_one.end(context).procedure is None


def test_what_another_person_has_set_meanwhile_is_left(context: Context) -> None:
    _on(context)
    one_by_one.begin(context)
    options.change(context, {("schedule", "run-maintain"): "true"})
    assert one_by_one.end(context).left == ("run-maintain",)
    assert _values(context) == {"run-scheduler": "true", "run-aggregates": "true", "run-maintain": "true"}


_PROGRAM = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from gim_manager.store.connect import open_database
from gim_manager.usecases import one_by_one
from gim_manager.usecases.context import Actor, Context
from tests.language import quick_python
url, act, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
context = Context(database=open_database(url), actor=Actor(user="ada", host="desk"))
seen = 0
@event.listens_for(Engine, "after_cursor_execute")
def struck(connection, cursor, statement, *rest):
    global seen
    seen += statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
    if seen == wanted:
        os.kill(os.getpid(), signal.SIGKILL)
getattr(one_by_one, act)(context)
print(seen)
"""


def _struck(context: Context, act: str, at: int) -> bool:
    """Whether a program that does this act died at its write of this number; False where it came to its end."""
    _alive(context)
    done = quick_python.run("-c", _PROGRAM, context.database.secret_url, act, str(at), timeout=120)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
@pytest.mark.parametrize("act", ["begin", "proceed", "end"])
def test_killed_at_any_write_nothing_is_half_done_and_all_is_put_back(context: Context, act: str) -> None:
    _on(context)
    before = _values(context)
    if act != "begin":
        one_by_one.begin(context)
    at = 1
    while _struck(context, act, at):
        stand = one_by_one.stand(context)
        with reading(context.database.manager) as connection:
            asked = store_runs.open_runs(connection)
        assert asked == (), "a run that the procedure knows nothing of"
        assert _values(context) == before if stand is None else set(_values(context).values()) == {"false"}
        at += 1
    assert at > 2, "it was struck at no write"
    one_by_one.end(context)
    assert _values(context) == before

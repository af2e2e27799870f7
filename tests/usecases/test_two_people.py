"""Two people who press at the same moment: nothing is damaged, and each is told what became of it."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from gim_manager.domain.errors import ChangedMeanwhile, GimError, Refused
from gim_manager.domain.hold import Hold
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.schema.engines import reading, writing
from gim_manager.store import audit
from gim_manager.store import runs as store_runs
from gim_manager.store.connect import connect
from gim_manager.usecases import hold, options, runs, stops
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock
from tests.language.stored import stored

T = TypeVar("T")


@pytest.fixture
def both(context: Context, clock: HandClock) -> tuple[Context, Context]:
    """Ada and Bob, each with a program of their own."""
    url = context.database.secret_url
    ada, bob = (
        Context(database=connect(url), actor=Actor(user=name, host="desk"), clock=clock) for name in ("ada", "bob")
    )
    return ada, bob


def at_once(both: tuple[Context, Context], press: Callable[[Context], T]) -> list[T | GimError]:
    """What became of the same button, pressed by both at the same moment."""
    gate = threading.Barrier(2, timeout=30)

    def pressed(context: Context) -> T | GimError:
        context.world(context.now())  # what their screens show, before either has pressed
        gate.wait()
        try:
            return press(context)
        except GimError as refused:
            return refused

    with ThreadPoolExecutor(2) as pool:
        return [future.result(60) for future in [pool.submit(pressed, context) for context in both]]


def acts(context: Context, action: str) -> list[str]:
    """Who did it, as the audit trail keeps it."""
    with reading(context.database.manager) as connection:
        return [act.actor for act in audit.acts(connection) if act.action == action]


def open_runs(context: Context) -> tuple[Run, ...]:
    with reading(context.database.manager) as connection:
        return store_runs.open_runs(connection)


def test_R21_of_two_who_run_a_job_one_gets_a_run_and_one_is_told_of_it(both: tuple[Context, Context]) -> None:
    answers = at_once(both, lambda person: runs.start(person, Job.TRANSFORM, wait_for_server=False))
    (asked,) = [answer for answer in answers if isinstance(answer, Run)]
    (refused,) = [answer for answer in answers if isinstance(answer, Refused)]
    assert (refused.rule, str(asked.id) in refused.reason) == ("R21", True)
    assert [run.id for run in open_runs(both[0])] == [asked.id]


def test_R26_of_two_who_take_a_run_back_one_does_and_the_other_sees_who_did(both: tuple[Context, Context]) -> None:
    with writing(both[0].database.manager) as connection:
        waits = stored(connection, Status.SCHEDULED)
    answers = at_once(both, lambda person: stops.stop(person, [waits.id], reason="wrong")[0])
    assert [answer.status for answer in answers if isinstance(answer, Run)] == [Status.CANCELED] * 2
    (by,) = {answer.stopped_by for answer in answers if isinstance(answer, Run)}
    assert acts(both[0], "canceled") == [by]


def test_R26_of_two_who_stop_a_run_the_second_ends_it_by_force_and_the_first_stays_on_it(
    both: tuple[Context, Context],
) -> None:
    with writing(both[0].database.manager) as connection:
        runs_now = stored(connection, Status.RUNNING)
    answers = at_once(both, lambda person: stops.stop(person, [runs_now.id], reason="wrong")[0])
    found = [answer for answer in answers if isinstance(answer, Run)]
    assert [run.status for run in found] == [Status.STOPPING] * 2
    assert len({run.stopped_by for run in found}) == 1
    assert sorted(acts(both[0], "stopped")) == ["ada", "bob"]


def test_R23_of_two_who_suspend_the_schedule_one_does_and_one_is_told_by_whom(both: tuple[Context, Context]) -> None:
    answers = at_once(both, lambda person: hold.begin(person))
    (refused,) = [answer for answer in answers if isinstance(answer, Refused)]
    in_force = [held for held in hold.listing(both[0]) if held.ended_at is None]
    assert [isinstance(held, Hold) for held in in_force] == [True]
    assert in_force[0].owner in refused.reason


def test_of_two_who_set_the_same_option_one_is_told_what_the_other_has_set(both: tuple[Context, Context]) -> None:
    key = ("schedule", "timezone")

    def press(person: Context) -> str:
        wanted = {"ada": "Europe/Berlin", "bob": "Europe/Prague"}[person.actor.user]
        options.change(person, {key: wanted}, seen={key: None})
        return wanted

    answers = at_once(both, press)
    (won,) = [answer for answer in answers if isinstance(answer, str)]
    (told,) = [answer for answer in answers if isinstance(answer, ChangedMeanwhile)]
    (kept,) = options.history(both[0], *key)
    assert (kept.new, options.get(both[0], *key).value) == (won, won)
    assert won in str(told) and kept.by in str(told)


def test_two_who_apply_different_options_both_succeed(both: tuple[Context, Context]) -> None:
    def press(person: Context) -> None:
        name, value = {"ada": ("etl-frequency", "45"), "bob": ("timezone", "Europe/Prague")}[person.actor.user]
        options.change(person, {("schedule", name): value}, seen={("schedule", name): None})

    assert at_once(both, press) == [None, None]
    assert options.get(both[0], "schedule", "etl-frequency").value == "45"
    assert options.get(both[0], "schedule", "timezone").value == "Europe/Prague"

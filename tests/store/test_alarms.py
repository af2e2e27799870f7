"""An alarm and its messages are kept together, and a message waits until its channel has taken it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from gim_manager.domain.alarm import Alarm, Kind, Policy, Review, Told, review
from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule, Symptom
from gim_manager.domain.outbox import ChannelState
from gim_manager.schema.engines import reading, writing
from gim_manager.schema.live import mgr_alarm_delivery
from gim_manager.store import alarms, changes
from gim_manager.store.changes import Topic
from gim_manager.store.connect import Database
from tests.language.stored import NOON

BY = Policy(rules=frozenset(Rule), settle=timedelta(), remind=None)
FAILED = Symptom(rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="It failed.")
LOW = Symptom(rule=Rule.DISK_LOW, subject="/db", message="10 MB left.")
BOTH = (Channel.MAIL, Channel.SYSLOG)
MINUTE = timedelta(minutes=1)


def look(connection: Connection, *found: Symptom, after: timedelta = timedelta(), channels=BOTH) -> None:
    """One look by the rules, kept."""
    now = NOON + after
    alarms.write(connection, review(alarms.raised(connection), found, now, BY), channels, now)


def test_what_is_raised_is_kept_with_a_message_for_each_channel(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
    with reading(database.manager) as connection:
        (alarm,) = alarms.raised(connection)
        assert (alarm.rule, alarm.subject, alarm.message, alarm.raised_at) == (*FAILED_WORDS, NOON)
        for channel in BOTH:
            (waiting,) = alarms.due(connection, channel, NOON)
            assert (waiting.kind, waiting.alarm, waiting.attempts) == (Kind.RAISED, alarm, 0)
        assert alarms.due(connection, Channel.WEBHOOK, NOON) == ()
        assert alarms.waiting_channels(connection) == frozenset(BOTH)


FAILED_WORDS = (FAILED.rule, FAILED.subject, FAILED.message)


def test_a_clearing_is_told_after_the_raising_and_nothing_is_raised_then(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        look(connection, after=MINUTE)
        assert alarms.raised(connection) == ()
        kinds = [(told.kind, told.alarm.cleared_at) for told in alarms.due(connection, Channel.MAIL, NOON + MINUTE)]
        assert kinds == [(Kind.RAISED, NOON + MINUTE), (Kind.CLEARED, NOON + MINUTE)]


def test_nothing_new_writes_nothing_and_wakes_nobody(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        before = changes.latest(connection)
        look(connection, FAILED, after=MINUTE)
        assert changes.latest(connection) == before
        look(connection, replace(FAILED, message="It failed again."), after=MINUTE)
        (change,) = changes.since(connection, before)
        assert change.topic is Topic.ALARM
        assert [alarm.message for alarm in alarms.raised(connection)] == ["It failed again."]
        assert len(alarms.due(connection, Channel.MAIL, NOON + MINUTE)) == 1


def test_one_alarm_a_subject_is_raised_whoever_evaluates(database: Database) -> None:
    twice = Alarm(rule=FAILED.rule, subject=FAILED.subject, message="again", raised_at=NOON)
    with writing(database.manager) as connection:
        look(connection, FAILED)
    with pytest.raises(IntegrityError), writing(database.manager) as connection:
        alarms.write(connection, Review(changed=(twice,), told=(Told(kind=Kind.RAISED, alarm=twice),)), BOTH, NOON)
    with reading(database.manager) as connection:
        assert len(alarms.due(connection, Channel.MAIL, NOON)) == 1


def test_what_a_channel_takes_is_done_and_what_it_refuses_waits_in_its_place(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        look(connection, FAILED, LOW)
        first, second = alarms.due(connection, Channel.MAIL, NOON)
        alarms.refused(connection, first.id, why="No route.", next_try_at=NOON + MINUTE)
        assert alarms.due(connection, Channel.MAIL, NOON) == ()
        again, _ = alarms.due(connection, Channel.MAIL, NOON + MINUTE)
        assert (again.id, again.attempts, again.error) == (first.id, 1, "No route.")
        assert len(alarms.due(connection, Channel.SYSLOG, NOON)) == 2
        alarms.accepted(connection, first.id, NOON + MINUTE)
        assert [left.id for left in alarms.due(connection, Channel.MAIL, NOON + MINUTE)] == [second.id]


def test_the_state_of_a_channel_tells_what_waits_and_why(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        look(connection, FAILED, LOW, after=MINUTE)
        first, _ = alarms.due(connection, Channel.MAIL, NOON + MINUTE)
        alarms.refused(connection, first.id, why="No route.", next_try_at=NOON + 2 * MINUTE)
        (taken, _) = alarms.due(connection, Channel.SYSLOG, NOON + MINUTE)
        alarms.accepted(connection, taken.id, NOON + MINUTE)
        by_channel = {state.channel: state for state in alarms.states(connection)}
    assert by_channel[Channel.MAIL] == ChannelState(
        channel=Channel.MAIL, waiting=2, waiting_since=NOON, error="No route.", next_try_at=NOON + 2 * MINUTE
    )
    syslog = by_channel[Channel.SYSLOG]
    assert (syslog.waiting, syslog.waiting_since, syslog.delivered_at) == (1, NOON + MINUTE, NOON + MINUTE)
    assert syslog.error is None
    assert by_channel[Channel.WEBHOOK] == ChannelState(channel=Channel.WEBHOOK)


def test_what_waits_for_a_channel_that_was_switched_off_is_dropped_and_stays_as_a_record(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        alarms.drop(connection, Channel.MAIL, NOON)
        assert alarms.waiting_channels(connection) == {Channel.SYSLOG}
        kept = select(mgr_alarm_delivery.c.error).where(mgr_alarm_delivery.c.channel == "mail")
        assert connection.scalars(kept).all() == ["The channel was switched off."]


def test_what_is_raised_comes_before_what_has_cleared_and_the_newest_first(database: Database) -> None:
    other = replace(FAILED, subject="Job_TransformGIM")
    with writing(database.manager) as connection:
        look(connection, FAILED)
        look(connection, FAILED, LOW)
        look(connection, LOW, other, after=MINUTE)
        assert [alarm.subject for alarm in alarms.recent(connection, limit=9)] == [
            "Job_TransformGIM", "/db", "Job_ExtractICON",
        ]  # fmt: skip
        assert len(alarms.recent(connection, limit=1)) == 1


def test_old_cleared_alarms_go_but_none_that_is_still_to_be_told(database: Database) -> None:
    with writing(database.manager) as connection:
        look(connection, FAILED)
        look(connection, LOW, after=MINUTE)
        for told in alarms.due(connection, Channel.SYSLOG, NOON + MINUTE):
            alarms.accepted(connection, told.id, NOON + MINUTE)
        assert alarms.forget(connection, before=NOON + 2 * MINUTE, limit=10) == 0
        alarms.drop(connection, Channel.MAIL, NOON + MINUTE)
        assert alarms.forget(connection, before=NOON + MINUTE, limit=10) == 0
        assert alarms.forget(connection, before=NOON + 2 * MINUTE, limit=10) == 1
        assert [alarm.subject for alarm in alarms.recent(connection, limit=9)] == ["/db"]
        left = connection.scalars(select(mgr_alarm_delivery.c.alarm_id)).all()
        assert set(left) == {alarm.id for alarm in alarms.raised(connection)}


def test_alarms_of_a_time_are_those_that_were_raised_at_any_moment_of_it(database: Database) -> None:
    with writing(database.manager) as connection:
        for minutes, found in ((0, (LOW, FAILED)), (10, ()), (20, (LOW,))):
            look(connection, *found, after=minutes * MINUTE)
    with reading(database.manager) as connection:
        met = [
            [alarm.raised_at for alarm in alarms.between(connection, LOW.rule, *(NOON + at * MINUTE for at in edges))]
            for edges in ((-5, 0), (5, 15), (12, 18), (5, 25))
        ]
    assert met == [[], [NOON], [], [NOON, NOON + 20 * MINUTE]]

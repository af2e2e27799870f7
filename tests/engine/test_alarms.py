"""What is wrong is told once on every channel, whoever dies in between and however long a channel is away."""

import json
import logging
import subprocess
import sys
from datetime import timedelta

import pytest

from gim_manager.domain.alarm import Kind
from gim_manager.domain.channel import Channel, ChannelFailed
from gim_manager.domain.job import Job
from gim_manager.domain.notice import Notice
from gim_manager.domain.options import Options
from gim_manager.domain.outbox import ChannelState
from gim_manager.domain.run import Status
from gim_manager.engine.alarms import Alarms
from gim_manager.engine.clock import SystemClock
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms, options
from gim_manager.store.connect import Database
from tests.language.clock import HandClock
from tests.language.sinks import WebServer, serving
from tests.language.stored import stored

MAIL, WEBHOOK = Channel.MAIL, Channel.WEBHOOK


class Courier:
    """Sends nothing, and keeps what it was to send; while `broken` it refuses."""

    def __init__(self) -> None:
        self.sent: list[tuple[Channel, Kind, str]] = []
        self.broken: frozenset[Channel] = frozenset()
        self.remark: str | None = None

    def __call__(self, options: Options, channel: Channel, notice: Notice) -> str | None:
        if channel in self.broken:
            raise ChannelFailed("The line is dead.")
        self.sent.append((channel, notice.kind, notice.alarm.subject))
        return self.remark


class Watch:
    """One server's alarms under a clock that is turned by hand."""

    def __init__(self, database: Database, clock: HandClock, *, leads: bool = True) -> None:
        self.database, self.clock, self.courier, self.leads = database, clock, Courier(), leads
        self.alarms = Alarms(database, clock, lambda connection: self.leads, sender=self.courier)

    def turn(self, *, minutes: float = 0.0) -> None:
        """Look, and let a courier go for each channel that something waits for."""
        self.clock.turn(minutes * 60)
        for channel in sorted(self.alarms.look()):
            self.alarms.deliver(channel)

    def ends(self, job: Job, status: Status) -> None:
        with writing(self.database.manager) as connection:
            stored(connection, status, job=job, at=self.clock.now() - timedelta(minutes=2))

    def sets(self, **given: object) -> None:
        changes = {("alarms", name.replace("_", "-")): str(value) for name, value in given.items()}
        with writing(self.database.manager) as connection:
            options.change(connection, changes, by="ada", host=None, now=self.clock.now())

    def state(self, channel: Channel) -> ChannelState:
        with reading(self.database.manager) as connection:
            return next(state for state in alarms.states(connection) if state.channel is channel)

    @property
    def told(self) -> list[tuple[Channel, Kind]]:
        return [(channel, kind) for channel, kind, _ in self.courier.sent]


@pytest.fixture
def watch(database: Database, clock: HandClock) -> Watch:
    watch = Watch(database, clock)
    watch.sets(mail="true", webhook="true")
    return watch


def test_a_failed_job_is_told_on_every_channel_and_its_next_good_run_too(watch: Watch) -> None:
    watch.turn()
    assert watch.told == []
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.turn()
    watch.turn(minutes=1)
    assert watch.told == [(MAIL, Kind.RAISED), (WEBHOOK, Kind.RAISED)]
    watch.ends(Job.EXPORT, Status.COMPLETE)
    watch.turn(minutes=1)
    assert watch.told[2:] == [(MAIL, Kind.CLEARED), (WEBHOOK, Kind.CLEARED)]
    watch.turn(minutes=60)
    assert len(watch.told) == 4


def test_a_channel_that_refuses_is_tried_again_in_order_and_holds_up_no_other(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    watch.courier.broken = frozenset({MAIL})
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.turn()
    assert watch.told == [(WEBHOOK, Kind.RAISED)]
    state = watch.state(MAIL)
    assert (state.waiting, state.error) == (1, "The line is dead.")
    assert state.next_try_at == watch.clock.now() + timedelta(seconds=10)
    watch.ends(Job.EXPORT, Status.COMPLETE)
    watch.turn(minutes=0.1)
    assert watch.state(MAIL).waiting == 2
    assert len(caplog.records) == 1 and "could not be delivered and waits: The line is dead." in caplog.text
    watch.courier.broken = frozenset()
    watch.turn(minutes=0.1)
    assert watch.told[2:] == [(MAIL, Kind.RAISED), (MAIL, Kind.CLEARED)]
    assert (watch.state(MAIL).waiting, watch.state(MAIL).delivered_at) == (0, watch.clock.now())


def test_what_some_recipients_refused_is_not_sent_again_and_stays_visible(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    watch.courier.remark = "bob is gone."
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.turn()
    watch.turn(minutes=60)
    assert len(watch.told) == 2
    assert watch.state(MAIL).error == "bob is gone."
    assert "not accepted by all: bob is gone." in caplog.text


def test_another_server_goes_on_where_one_ended(watch: Watch) -> None:
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.alarms.look()
    other = Watch(watch.database, watch.clock)
    other.turn()
    watch.turn()
    assert (other.told, watch.told) == ([(MAIL, Kind.RAISED), (WEBHOOK, Kind.RAISED)], [])


def test_R35_a_server_that_no_longer_leads_raises_nothing(watch: Watch) -> None:
    watch.leads = False
    watch.ends(Job.EXPORT, Status.FAILED)
    assert watch.alarms.look() == frozenset()
    with reading(watch.database.manager) as connection:
        assert alarms.raised(connection) == ()


def test_without_a_channel_an_alarm_is_kept_for_the_windows_all_the_same(watch: Watch) -> None:
    watch.sets(mail="false", webhook="false")
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.turn()
    with reading(watch.database.manager) as connection:
        assert [alarm.subject for alarm in alarms.raised(connection)] == ["Job_ExportGIM"]
    assert watch.told == []


def test_a_channel_that_is_switched_off_gets_nothing_more(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    watch.courier.broken = frozenset({MAIL})
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.turn()
    watch.courier.broken = frozenset()
    watch.sets(mail="false")
    watch.turn(minutes=60)
    watch.sets(mail="true")
    watch.turn(minutes=60)
    assert watch.told == [(WEBHOOK, Kind.RAISED)]


def test_a_channel_that_neither_takes_nor_refuses_has_refused(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    watch.ends(Job.EXPORT, Status.FAILED)
    watch.alarms.look()
    watch.alarms.give_up(MAIL, 120)
    assert watch.state(MAIL).error == "It was neither taken nor refused for 120 seconds."
    watch.alarms.deliver(MAIL)
    assert watch.told == []


def test_a_server_killed_between_sending_and_noting_sends_the_same_again(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    watch = Watch(database, HandClock(SystemClock().now()))
    with serving(WebServer()) as server:
        watch.sets(webhook="true", webhook_url=server.url)
        watch.ends(Job.EXPORT, Status.FAILED)
        words = [sys.executable, "-m", "tests.engine.dying_courier", database.secret_url]
        killed = subprocess.run(words, timeout=60, check=False)
        assert killed.returncode == -9
        survivor = Alarms(database, SystemClock(), lambda connection: True)
        for channel in survivor.look():
            survivor.deliver(channel)
        assert survivor.look() == frozenset()
        first, again = (json.loads(body) for _, body in server.posts)
    assert first == again and first["kind"] == "raised"

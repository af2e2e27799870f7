"""The board of alarms, and a test message that goes out for real."""

import json
from datetime import timedelta
from pathlib import Path

from gim_manager.domain.alarm import Policy, review
from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule, Symptom
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms as store
from gim_manager.store import audit
from gim_manager.usecases import alarms, options
from gim_manager.usecases.context import Context
from tests.language.sinks import WebServer, serving

BY = Policy(rules=frozenset(Rule), settle=timedelta(), remind=None)
FAILED = Symptom(rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="It failed.")
LOW = Symptom(rule=Rule.DISK_LOW, subject="/db", message="10 MB left.")


def looks(context: Context, *found: Symptom, channels: tuple[Channel, ...] = ()) -> None:
    now = context.now()
    with writing(context.database.manager) as connection:
        store.write(connection, review(store.raised(connection), found, now, BY), channels, now)


def sets(context: Context, **given: object) -> None:
    options.change(context, {("alarms", name.replace("_", "-")): str(value) for name, value in given.items()})


def test_the_board_shows_what_is_raised_and_was_and_every_channel(context: Context) -> None:
    assert alarms.board(context).alarms == ()
    looks(context, FAILED)
    looks(context, LOW, channels=(Channel.SYSLOG,))
    sets(context, syslog="true", webhook="true")
    board = alarms.board(context)
    assert [(alarm.rule, alarm.is_raised) for alarm in board.alarms] == [
        (Rule.DISK_LOW, True), (Rule.JOB_FAILED, False),
    ]  # fmt: skip
    assert [alarm.rule for alarm in board.raised] == [Rule.DISK_LOW]
    by = {view.channel: view for view in board.channels}
    assert tuple(by) == tuple(Channel)
    assert (by[Channel.SYSLOG].is_on, by[Channel.SYSLOG].problem, by[Channel.SYSLOG].state.waiting) == (True, None, 2)
    assert by[Channel.WEBHOOK].is_on and "webhook-url is not set" in (by[Channel.WEBHOOK].problem or "")
    assert len(alarms.board(context, limit=1).alarms) == 1


def test_a_test_message_goes_out_now_and_is_no_alarm(context: Context) -> None:
    with serving(WebServer()) as server:
        sets(context, webhook_url=server.url)
        tried = alarms.test(context, Channel.WEBHOOK)
        ((_, body),) = server.posts
    assert json.loads(body)["kind"] == "test"
    assert tried.ok
    assert tried.sentence == (
        "A test message was accepted by webhook. The channel is switched off: set [alarms] webhook to true."
    )
    assert alarms.board(context).alarms == ()
    with reading(context.database.manager) as connection:
        (act, *_) = audit.acts(connection)
    assert (act.action, act.subject, act.actor) == ("alarm channel tested", "webhook", "ada")


def test_a_channel_that_fails_says_why_in_a_sentence(context: Context, tmp_path: Path) -> None:
    sets(context, syslog="true", syslog_address=str(tmp_path / "log"))
    tried = alarms.test(context, Channel.SYSLOG)
    assert not tried.ok
    assert tried.sentence.endswith("log did not take the message: No such file or directory.")
    assert "webhook-url is not set" in alarms.test(context, Channel.WEBHOOK).sentence

"""`alarms` lists what is raised and tries a channel; a script reads the same as JSON."""

from datetime import timedelta

import pytest

from gim_manager.domain.alarm import Policy, review
from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule, Symptom
from gim_manager.schema.engines import writing
from gim_manager.store import alarms
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.sinks import WebServer, serving
from tests.language.stored import NOON

BY = Policy(rules=frozenset(Rule), settle=timedelta(), remind=None)
FAILED = Symptom(rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="Job_ExtractICON 7 failed: why.")


@pytest.fixture
def raised(database: Database) -> None:
    with writing(database.manager) as connection:
        alarms.write(connection, review([], [FAILED], NOON, BY), [Channel.MAIL], NOON)


def test_without_an_alarm_it_says_so_and_names_every_channel(gim: CommandLine) -> None:
    said = gim("alarms")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("No alarm is raised, and none was lately.\n")
    assert [line.split("  ")[0] for line in said.out.splitlines()[3:]] == [
        "Mail", "Webhook", "Command", "Syslog", "Windows event log",
    ]  # fmt: skip


def test_alarms_and_channels_are_listed(gim: CommandLine, raised: None) -> None:
    lines = gim("alarms").out.splitlines()
    assert lines[0].split() == ["State", "Since", "Alarm", "Severity", "What"]
    assert lines[1].startswith("raised") and lines[1].endswith("job-failed  critical  Job_ExtractICON 7 failed: why.")
    document = gim.json("alarms")
    assert document["alarms"] == [
        {
            "id": 1, "rule": "job-failed", "subject": "Job_ExtractICON", "severity": "critical",
            "message": "Job_ExtractICON 7 failed: why.", "raised_at": "2026-11-23T12:00:00+00:00", "cleared_at": None,
        }
    ]  # fmt: skip
    assert document["channels"][0] == {
        "channel": "mail", "on": False, "problem": "[alarms] mail-sender is not set: without it nothing can be sent "
        "this way.", "waiting": 1, "waiting_since": "2026-11-23T12:00:00+00:00", "delivered_at": None, "error": None,
        "next_try_at": "2026-11-23T12:00:00+00:00",
    }  # fmt: skip


def test_a_channel_is_tried_and_the_outcome_is_a_sentence(gim: CommandLine) -> None:
    with serving(WebServer()) as server:
        assert gim("options", "set", "alarms", "webhook-url", server.url).code == 0
        assert gim("options", "set", "alarms", "webhook", "true").code == 0
        said = gim("alarms", "test", "webhook")
        assert (said.code, said.out) == (0, "A test message was accepted by webhook.\n")
        assert len(server.posts) == 1
    assert gim.json("alarms", "test", "webhook", code=1) == {
        "channel": "webhook", "ok": False,
        "message": f"The webhook at 127.0.0.1:{server.server_address[1]} cannot be reached: Connection refused.",
    }  # fmt: skip


def test_an_unknown_channel_is_wrong_usage(gim: CommandLine) -> None:
    said = gim("alarms", "test", "pigeon")
    assert (said.code, said.out) == (2, "")
    assert said.err == ("There is no channel 'pigeon'. The channels are mail, webhook, command, syslog, event-log.\n")


def test_the_check_and_the_status_tell_what_failed(gim: CommandLine, database: Database) -> None:
    from gim_manager.domain.job import Job
    from gim_manager.domain.run import Status
    from tests.language.stored import stored

    with writing(database.manager) as connection:
        stored(connection, Status.FAILED, job=Job.EXPORT)
    document = gim.json("check")
    assert document["ok"] is True
    (finding,) = [finding for finding in document["findings"] if finding["section"] == "alarms"]
    assert finding == {
        "level": "warning", "section": "alarms", "option": "job-failed", "jobs": ["Job_ExportGIM"],
        "message": "Job_ExportGIM 1 failed: it broke",
    }  # fmt: skip
    assert "Warning       Job_ExportGIM 1 failed: it broke" in gim("status").out

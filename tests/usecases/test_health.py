"""One list of what is wrong, for the check, the status and the windows."""

from datetime import timedelta

import pytest

from gim_manager.domain.alarm import Policy, review
from gim_manager.domain.channel import Channel
from gim_manager.domain.conditions import Level
from gim_manager.domain.health import Rule, Symptom
from gim_manager.domain.job import Job
from gim_manager.domain.lease import Standing
from gim_manager.domain.run import Status
from gim_manager.engine.clock import SystemClock
from gim_manager.schema.engines import writing
from gim_manager.store import alarms, leases, versions
from gim_manager.usecases import check, health, options, status
from gim_manager.usecases.context import Context
from tests.language.stored import stored

BY = Policy(rules=frozenset(Rule), settle=timedelta(), remind=None)


def test_a_failed_job_is_a_warning_of_the_check_and_of_the_status(context: Context) -> None:
    assert health.findings(context) == ()
    with writing(context.database.manager) as connection:
        stored(connection, Status.FAILED, job=Job.EXPORT)
    (finding,) = health.findings(context)
    assert (finding.level, finding.section, finding.option) == (Level.WARNING, "alarms", "job-failed")
    assert finding.message in status.read(context).warnings
    context.clock = SystemClock()
    checked = check.check(context)
    assert checked.ok and finding.message in [each.message for each in checked.findings]


def test_a_channel_that_is_on_and_lacks_something_is_named(context: Context) -> None:
    options.change(context, {("alarms", "webhook"): "true"})
    (finding,) = health.findings(context)
    assert (finding.option, finding.message.split(":")[0]) == ("webhook", "[alarms] webhook-url is not set")


def test_a_channel_that_refuses_is_named_with_what_waits(context: Context) -> None:
    now = context.now()
    failed = Symptom(rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="It failed.")
    with writing(context.database.manager) as connection:
        alarms.write(connection, review([], [failed], now, BY), [Channel.SYSLOG], now)
    assert health.findings(context) == ()
    with writing(context.database.manager) as connection:
        (waiting,) = alarms.due(connection, Channel.SYSLOG, now)
        alarms.refused(connection, waiting.id, why="No socket.", next_try_at=now)
    (finding,) = health.findings(context)
    assert finding.message == (
        "1 message about alarms could not be delivered by syslog and will be tried again: No socket."
    )


def test_the_disks_are_those_of_the_server_that_leads(context: Context) -> None:
    options.change(context, {("alarms", "disk-free-megabytes"): "1000000000", ("schedule", "run-export"): "true"})
    (here,) = health.findings(context)
    low = Symptom(rule=Rule.DISK_LOW, subject="/far", message="The disk of /far has 1 MB left.")
    now = context.now()
    with writing(context.database.manager) as connection:
        alarms.write(connection, review([], [low], now, BY), [], now)
        leases.take(connection, holder="one", lasts=timedelta(seconds=10))
        leases.beat(connection, server="one", host="far", pid=1, version="1", standing=Standing.RUNNING)
    (there,) = health.findings(context)
    assert there.message == low.message != here.message


def test_R29_an_older_info_mart_is_asked_for_nothing_that_it_lacks(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "INFO_MART_STEPS", (*versions.INFO_MART_STEPS, "next"))
    assert health.findings(context) == ()

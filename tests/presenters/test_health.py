"""The Health page, as a person reads it."""

from dataclasses import replace

import pytest

from gim_manager.domain.conditions import Condition
from gim_manager.domain.health import Rule
from gim_manager.domain.status import ServerState
from gim_manager.presenters import health
from gim_manager.presenters.health import HealthView, Jump, split
from gim_manager.usecases.checkup import Checkup
from tests.language.fake_health import LONG, MORNING, the_fit, warning
from tests.language.fake_options import the_options
from tests.language.fake_window import BERLIN, NOW, FakeMart, the_status


def shown(checkup: Checkup | None = None, *, is_local: bool = False, **changes: object) -> HealthView:
    read = checkup or replace(FakeMart().checkup(), **changes)  # type: ignore[arg-type]
    status = replace(the_status(), partitions_ahead_days=14)
    return health.view(read, status, BERLIN, NOW, is_local=is_local)


def test_a_finding_has_two_lines_and_the_way_to_it() -> None:
    failed, late, disk, window = shown().lines
    assert (failed.word, failed.what) == ("Warning", "Job_TransformGIM 48206 failed")
    assert failed.evidence == "INTERACTION_RESOURCE_FACT: integer out of range in column TOTAL_DURATION"
    assert (failed.since, failed.jump) == ("since 09:08", Jump(label="Show run 48206", run_id=48206))
    assert late.what == "55-20110 The data source eu-idb2 was 5269 seconds late at its last extraction"
    assert late.jump is None
    assert disk.jump == Jump(label="Go to disk-free-megabytes", option=("alarms", "disk-free-megabytes"))
    assert window.jump and window.jump.option == ("schedule", "maintain-start-time")
    assert window.tip.startswith("set by m.keller\n")


def test_errors_say_so() -> None:
    first = shown(concerns=LONG).lines[0]
    assert (first.word, first.icon, first.token) == ("Error", "failed", "failed")
    assert first.spoken.startswith(
        "Error: maintain-start-time 12:00 lies inside the ETL window from 06:30 to 00:30. Set"
    )
    assert first.spoken.endswith("(since 10:31)")


def test_maintenance_that_may_not_fit_needs_attention_behind_the_errors() -> None:
    fit = the_fit(the_options().options, minutes=600)
    told = shown(fit=fit, concerns=LONG)
    assert [line.word for line in told.lines[:3]] == ["Error", "Error", "Warning"]
    assert told.lines[2].what == health.NO_FIT and told.lines[2].evidence.startswith("No start time would do")
    assert not any(item.startswith("Maintenance fits") for item in told.in_order)


@pytest.mark.parametrize(
    ("message", "what", "evidence"),
    [
        ("There is no data source. Add one with: gim-manager sources add", "There is no data source",
         "Add one with: gim-manager sources add"),
        ("[x] mail: not set up. Set it.", "[x] mail: not set up", "Set it."),
        ("The clock is off.", "The clock is off", ""),
        ("C:\\logs is full; delete something.", "C:\\logs is full", "Delete something."),
    ],
)  # fmt: skip
def test_a_message_is_what_and_evidence(message: str, what: str, evidence: str) -> None:
    assert split(message) == (what, evidence)


def test_what_is_in_order_is_what_nothing_was_found_about() -> None:
    told = shown(concerns=()).in_order
    assert told[:2] == ("Time zone: Europe/Berlin", "maintain-start-time outside the ETL window")
    assert told[-1] == "Maintenance fits: 60 of 60 runs" and len(told) == 14
    assert "Partitions ahead" not in shown(concerns=(), is_local=True).in_order
    assert "No job failed last" not in shown(concerns=MORNING).in_order
    assert shown(condition=Condition.MIGRATION).in_order == ()


def test_a_finding_about_nothing_that_can_be_shown_has_no_way() -> None:
    (line,) = shown(concerns=(warning("Run 7 had no live worker."),), fit=None).lines
    assert (line.jump, line.since, line.tip) == (None, "", "")
    (missed,) = shown(concerns=(warning("Missed.", "alarms", Rule.MAINTENANCE_MISSED),), fit=None).lines
    assert missed.jump and missed.jump.label == "Go to maintain-start-time"


def test_without_a_server_nothing_is_launched() -> None:
    status = the_status()
    gone = replace(status, server=replace(status.server, state=ServerState.NONE))
    (line,) = health.view(replace(FakeMart().checkup(), concerns=()), gone, BERLIN, NOW, is_local=False).lines
    assert (line.word, line.what) == ("Warning", health.NO_SERVER)
    suspended = replace(gone, scheduling=False)
    assert not health.view(replace(FakeMart().checkup(), concerns=()), suspended, BERLIN, NOW, is_local=False).lines


def test_all_of_it_can_be_copied() -> None:
    text = shown(concerns=()).spoken
    assert health.NOTHING in text and "Time zone: Europe/Berlin" in text
    assert "Warning: Job_TransformGIM 48206 failed." in shown().spoken

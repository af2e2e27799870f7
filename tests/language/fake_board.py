"""The alarms of the fake window's morning."""

from gim_manager.domain.alarm import Alarm
from gim_manager.domain.channel import Channel
from gim_manager.domain.health import Rule
from gim_manager.domain.outbox import Board, ChannelState, ChannelView
from tests.language.fake_clock import wall


def the_board() -> Board:
    """What is raised that morning and was, and channels in every state."""
    failed = Alarm(
        id=7, rule=Rule.JOB_FAILED, subject="Job_TransformGIM", raised_at=wall("09:08:05"),
        message="Job_TransformGIM 48206 failed: INTERACTION_RESOURCE_FACT: integer out of range in column "
        "TOTAL_DURATION",
    )  # fmt: skip
    late = Alarm(
        id=6, rule=Rule.SOURCE_DELAYED, subject="eu-idb2", raised_at=wall("09:36:00"),
        message="55-20110 The data source eu-idb2 was 5269 seconds late at its last extraction; awaited are G_CALL, "
        "G_PARTY.",
    )  # fmt: skip
    missed = Alarm(
        id=5, rule=Rule.MAINTENANCE_MISSED, subject="Job_MaintainGIM", raised_at=wall("06:00:00", 24),
        cleared_at=wall("04:19:30"),
        message="Scheduled maintenance was missed on 1 day; it ended well last at 03:21 on 2026-10-22.",
    )  # fmt: skip
    refused = ChannelState(
        channel=Channel.WEBHOOK, waiting=2, waiting_since=wall("09:08:05"), next_try_at=wall("10:48:00"),
        error="The webhook at hooks.example.com answered 503 Service Unavailable.",
    )  # fmt: skip
    missing = "[alarms] command-line is not set: without it nothing can be sent this way."
    fine = ChannelState(channel=Channel.MAIL, delivered_at=wall("09:36:01"))
    return Board(
        alarms=(failed, late, missed),
        channels=(
            ChannelView(is_on=True, problem=None, state=fine),
            ChannelView(is_on=True, problem=None, state=refused),
            ChannelView(is_on=True, problem=missing, state=ChannelState(channel=Channel.COMMAND)),
            ChannelView(is_on=False, problem=None, state=ChannelState(channel=Channel.SYSLOG)),
            ChannelView(is_on=False, problem=None, state=ChannelState(channel=Channel.EVENT_LOG)),
        ),
    )

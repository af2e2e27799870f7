"""A message for tests that send one."""

from datetime import UTC

from gim_manager.domain.alarm import Alarm, Kind
from gim_manager.domain.health import Rule
from gim_manager.domain.notice import Notice
from tests.language.stored import NOON

ALARM = Alarm(
    rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="Job_ExtractICON 7 failed: Keine Größe.", raised_at=NOON,
    id=3,
)  # fmt: skip
NOTICE = Notice(kind=Kind.RAISED, alarm=ALARM, info_mart="sqlite:///mart.sqlite", zone=UTC, delivery=12)

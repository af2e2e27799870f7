"""How a message about an alarm reads: a line, a text, and the document for programs (docs/alarms.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.alarm import Alarm, Kind, Severity
from gim_manager.domain.health import Rule

_BEGINS = {Kind.RAISED: "Alarm", Kind.REMINDER: "Still raised", Kind.CLEARED: "Cleared", Kind.TEST: "Test"}


TESTED = "This is a test message: alarms of this Info Mart reach you this way."


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message, ready to be sent."""

    kind: Kind
    alarm: Alarm
    info_mart: str
    """Where it happened; without a password."""
    zone: tzinfo
    delivery: int = 0
    """The number of the delivery: the same message sent again has the same; 0 of a test."""

    @property
    def line(self) -> str:
        """All on one line, for a subject and a log."""
        about = "" if self._is_test else f"{self.alarm.rule.value} {self.alarm.subject}".strip() + ": "
        return " ".join(f"{_BEGINS[self.kind]}: {about}{self.alarm.message}".split())

    @property
    def text(self) -> str:
        """Some lines for a person."""
        told = [self.alarm.message, "", f"Info Mart   {self.info_mart}"]
        if not self._is_test:
            told += [f"Rule        {self.alarm.rule.value}", f"Severity    {self.alarm.severity.value}"]
        told.append(f"{'Sent at  ' if self._is_test else 'Raised at'}   {self._stamp(self.alarm.raised_at)}")
        if self.kind is Kind.CLEARED:
            told.append(f"Cleared at  {self._stamp(self.alarm.cleared_at)}")
        return "\n".join(told) + "\n"

    @property
    def document(self) -> dict[str, object]:
        """For programs; absent values are null, never missing."""
        alarm = self.alarm
        return {
            "kind": self.kind.value, "delivery": self.delivery, "info_mart": self.info_mart, "id": alarm.id,
            "rule": None if self._is_test else alarm.rule.value, "subject": alarm.subject or None,
            "severity": None if self._is_test else alarm.severity.value,
            "message": alarm.message, "raised_at": self._stamp(alarm.raised_at),
            "cleared_at": self._stamp(alarm.cleared_at) if self.kind is Kind.CLEARED else None,
        }  # fmt: skip

    @property
    def is_urgent(self) -> bool:
        """Whether a log takes it as an error."""
        return self.alarm.severity is Severity.CRITICAL and self.kind in (Kind.RAISED, Kind.REMINDER)

    @property
    def _is_test(self) -> bool:
        return self.kind is Kind.TEST

    def _stamp(self, at: datetime | None) -> str | None:
        return None if at is None else at.astimezone(self.zone).isoformat(timespec="seconds")


def trial(info_mart: str, zone: tzinfo, now: datetime) -> Notice:
    """What a channel sends when somebody tries it."""
    alarm = Alarm(rule=Rule.JOB_FAILED, subject="", message=TESTED, raised_at=now)
    return Notice(kind=Kind.TEST, alarm=alarm, info_mart=info_mart, zone=zone)

"""The morning on which all fake values play: the clock has been set back in Berlin."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 25, 9, 47, 12, tzinfo=UTC)


def wall(text: str, day: int = 25) -> datetime:
    """The UTC instant of a wall time in Berlin in October 2026."""
    hour, minute, second = (int(part) for part in text.split(":"))
    return datetime(2026, 10, day, hour, minute, second, tzinfo=BERLIN).astimezone(UTC)

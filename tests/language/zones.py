"""Every time zone of the world, and instants near the nights on which clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from gim_manager.domain.timing import EPOCH, LocalClock

ZONES = sorted(available_timezones() - {"localtime", "Factory"})

_CHANGES = [
    datetime.fromisoformat(f"{day}T00:00").replace(tzinfo=UTC)
    for day in (
        "2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-10-04", "2026-10-25", "2026-11-01", "2011-12-30",
    )
]  # fmt: skip
"""Days on which clocks change in New York, Berlin, Sydney, Cairo; and the one that Samoa left out."""

instants = st.one_of(
    st.integers(5 * 365 * 86400, 67 * 365 * 86400).map(lambda seconds: EPOCH + timedelta(seconds=seconds)),
    st.builds(
        lambda day, minutes: day + timedelta(minutes=minutes), st.sampled_from(_CHANGES), st.integers(-1440, 2880)
    ),
)
"""Aware UTC instants from 1975 to 2037, many of them near a change of clocks somewhere."""


def clock_of(zone: str) -> LocalClock:
    """The clock on the wall there."""
    return LocalClock(zone=ZoneInfo(zone))

"""Which time this computer keeps."""

from __future__ import annotations

import calendar
import time
from datetime import timedelta


def year_offsets(year: int) -> frozenset[timedelta]:
    """The offsets from UTC that this computer keeps in the middle of the months of a year: two with summer time."""
    middles = (calendar.timegm((year, month, 15, 12, 0, 0)) for month in range(1, 13))
    return frozenset(timedelta(seconds=time.localtime(middle).tm_gmtoff) for middle in middles)

"""Which server can own the schedule: what each says of itself with every beat, and what speaks against it (R35)."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """What a server is among those of one Info Mart, by its own word."""

    RUNNING = "running"
    """It owns the schedule."""
    STANDBY = "standby"
    """It can own it."""
    CLOCK_OFF = "clock-off"
    ON_REQUEST = "on-request"
    LEAVING = "leaving"

    @classmethod
    def _missing_(cls, value: object) -> Standing:
        """A word that only a newer program knows says nothing against that server."""
        return cls.STANDBY

    @property
    def can_lead(self) -> bool:
        """Whether the others leave the schedule to it."""
        return self not in OBSTACLES


OBSTACLES = {
    Standing.CLOCK_OFF: "its clock is more than 5 seconds off the clock of the database",
    Standing.ON_REQUEST: "it serves one command and launches nothing by itself",
    Standing.LEAVING: "it is about to end",
}
"""Why a server does not own the schedule while another can, as half a sentence."""

"""The options of the Info Mart that is made of values."""

from datetime import UTC, datetime

from gim_manager.domain.options import Options
from gim_manager.usecases.options import OptionChange, Read


def the_options() -> Read:
    """The options of that Info Mart, and who changed the times of aggregation."""
    values = {
        ("schedule", "run-scheduler"): "true", ("schedule", "timezone"): "Europe/Berlin",
        ("schedule", "etl-start-time"): "06:30", ("schedule", "etl-end-time"): "00:30",
        ("schedule", "maintain-start-time"): "03:00", ("schedule", "run-aggregates"): "true",
        ("schedule", "aggregate-schedule"): "0 4", ("schedule", "aggregate-duration"): "23:00",
        ("schedule", "run-update-stats"): "true", ("schedule", "run-export"): "true",
        ("gim-transformation", "chunk-size"): "3600", ("alarms", "mail"): "true",
        ("alarms", "mail-host"): "mail.example.com", ("alarms", "mail-sender"): "gim@example.com",
        ("alarms", "mail-recipients"): "ops@example.com",
        ("alarms", "webhook-url"): "https://hooks.example.com/s3cret",
    }  # fmt: skip
    ticks = {"section": "schedule", "name": "aggregate-schedule", "by": "m.keller", "host": "WS-1180"}
    recent = (
        OptionChange(at=datetime(2026, 3, 2, 8, 14, 40, tzinfo=UTC), old="30 2", new="0 4", **ticks),
        OptionChange(at=datetime(2025, 11, 11, 15, 2, 11, tzinfo=UTC), old=None, new="30 2", **ticks),
    )
    return Read(options=Options(values=values), recent=recent)

"""Under which subject each option stands on the Options page, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gim_manager.domain.options import CALENDAR, Option

FOREIGN = "Not known to this program"
"""What an import kept that nobody declared."""

SUBJECTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "schedule": {
        "Schedule": ("run-scheduler", "timezone"),
        "ETL cycle": ("etl-start-time", "etl-end-time", "etl-frequency"),
        "Maintenance": ("run-maintain", "maintain-start-time"),
        "Aggregation": ("run-aggregates", "aggregate-schedule", "aggregate-duration"),
        "Statistics and export": ("run-update-stats", "update-stats-schedule", "run-export", "export-schedule"),
        "Migration": ("on-demand-migration",),
    },
    "gim-etl": {
        "Extraction": (
            "etl-start-date", "extract-data-thread-pool-size", "extract-data-chunk-rows", "delayed-data-threshold",
        ),
        "Transformation": (
            "max-state-duration", "max-session-duration-in-hours", "days-to-keep-active-facts",
            "sm-resource-state-priority",
        ),
        "Aggregation": ("aggregation-engine-class-name",),
        "Retention": (
            "days-to-keep-gidb-facts", "days-to-keep-gim-facts", "days-to-keep-cfg-facts",
            "days-to-keep-discards-and-job-history", "days-to-keep-gdpr-history", "purge-transaction-size",
        ),
        "Partitions": (
            "partitioning-ahead-range", "partitioning-interval-size-gim", "partitioning-interval-size-gidb",
            "partitioning-interval-size-gidb-mm", "partitioning-interval-size-gidb-ocs",
        ),
    },
    "gim-transformation": {"Transformation": ("chunk-size",)},
    "gim-export": {
        "Files": ("output-directory", "output-files-encoding", "use-export-views", "days-to-keep-output-files"),
        "Data": ("start-date", "chunk-size-seconds", "thread-pool-size"),
        "Retries": ("max-retries", "retry-delay-seconds"),
    },
    CALENDAR: {
        "Calendar": ("date-time-tz", "date-time-start-year", "date-time-max-days-ahead", "date-time-min-days-ahead"),
        "Weeks": ("first-day-of-week", "min-days-in-first-week", "simple-week-numbering"),
        "Fiscal year": ("fiscal-year-start", "fiscal-year-week-pattern"),
    },
    "error-policy": {"Rows that contradict themselves": ("error-policy-irf-exception",)},
    "agg": {
        "Intervals": ("sub-hour-interval",),
        "Writers": ("writer-schedule",),
        "Delays": ("agg-level-day-delay", "agg-level-month-delay", "agg-level-quarter-delay", "agg-level-year-delay"),
    },
    "agg-gim-thld-QUEUE-IXN": {"Thresholds": ("short-abandoned-threshold", "accepted-threshold")},
    "agg-gim-thld-QUEUE-ACC": {"Service time intervals": ("default",)},
    "agg-gim-thld-QUEUE-ABN": {"Service time intervals": ("default",)},
    "log": {"Log of a run": ("level",)},
    "manager": {
        "Jobs": ("allow-run-all-jobs", "spread-runs"),
        "Retention": (
            "days-to-keep-job-list", "days-to-keep-run-logs", "days-to-keep-decisions", "days-to-keep-alarms",
        ),
    },
    "alarms": {
        "Jobs": (
            "job-failed", "run-lost", "no-good-cycle", "no-good-cycle-intervals", "long-run", "aggregation-failing",
            "aggregation-failures",
        ),
        "Data sources": ("source-delayed",),
        "Schedule": (
            "maintenance-missed", "maintenance-missed-days", "schedule-suspended", "schedule-suspended-minutes",
        ),
        "Disk and partitions": (
            "disk-low", "disk-free-megabytes", "partitions-low", "partitions-ahead-days", "partition-missing",
        ),
        "When alarms are told": ("settle-minutes", "remind-after-hours", "channel-seconds"),
        "Mail": (
            "mail", "mail-host", "mail-port", "mail-tls", "mail-user", "mail-secret-file", "mail-sender",
            "mail-recipients",
        ),
        "Webhook": ("webhook", "webhook-url", "webhook-secret-file"),
        "Command": ("command", "command-line"),
        "Syslog": ("syslog", "syslog-address"),
        "Windows event log": ("event-log",),
    },
}  # fmt: skip


def grouped(section: str, options: Sequence[Option]) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """These options of one section under their subjects; the options of every calendar stand as in [date-time]."""
    of_section = CALENDAR if section.startswith(f"{CALENDAR}-") else section
    by_name = {option.name: option for option in options}
    groups = (
        (subject, tuple(by_name[name] for name in names if name in by_name))
        for subject, names in SUBJECTS.get(of_section, {}).items()
    )
    return tuple((subject, members) for subject, members in groups if members)

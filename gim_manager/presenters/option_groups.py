"""Under which subject each option stands on the Options page, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gim_manager.domain.options import CALENDAR, Option
from gim_manager.presenters.language import later

FOREIGN = later("Not known to this program")
"""What an import kept that nobody declared."""

SUBJECTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "schedule": {
        later("Schedule"): ("run-scheduler", "timezone"),
        later("ETL cycle"): ("etl-start-time", "etl-end-time", "etl-frequency"),
        later("Maintenance"): ("run-maintain", "maintain-start-time"),
        later("Aggregation"): ("run-aggregates", "aggregate-schedule", "aggregate-duration"),
        later("Statistics and export"): ("run-update-stats", "update-stats-schedule", "run-export", "export-schedule"),
        later("Migration"): ("on-demand-migration",),
    },
    "gim-etl": {
        later("Extraction"): (
            "etl-start-date", "extract-data-thread-pool-size", "extract-data-chunk-rows", "delayed-data-threshold",
        ),
        later("Transformation"): (
            "max-state-duration", "max-session-duration-in-hours", "days-to-keep-active-facts",
            "sm-resource-state-priority",
        ),
        later("Aggregation"): ("aggregation-engine-class-name",),
        later("Retention"): (
            "days-to-keep-gidb-facts", "days-to-keep-gim-facts", "days-to-keep-cfg-facts",
            "days-to-keep-discards-and-job-history", "days-to-keep-gdpr-history", "purge-transaction-size",
        ),
        later("Partitions"): (
            "partitioning-ahead-range", "partitioning-interval-size-gim", "partitioning-interval-size-gidb",
            "partitioning-interval-size-gidb-mm", "partitioning-interval-size-gidb-ocs",
        ),
    },
    "gim-transformation": {later("Transformation"): ("chunk-size",)},
    "gim-export": {
        later("Files"): ("output-directory", "output-files-encoding", "use-export-views", "days-to-keep-output-files"),
        later("Data"): ("start-date", "chunk-size-seconds", "thread-pool-size"),
        later("Retries"): ("max-retries", "retry-delay-seconds"),
    },
    CALENDAR: {
        later("Calendar"): (
            "date-time-tz", "date-time-start-year", "date-time-max-days-ahead", "date-time-min-days-ahead",
        ),
        later("Weeks"): ("first-day-of-week", "min-days-in-first-week", "simple-week-numbering"),
        later("Fiscal year"): ("fiscal-year-start", "fiscal-year-week-pattern"),
    },
    "error-policy": {later("Rows that contradict themselves"): ("error-policy-irf-exception",)},
    "agg": {
        later("Intervals"): ("sub-hour-interval",),
        later("Writers"): ("writer-schedule",),
        later("Delays"): (
            "agg-level-day-delay", "agg-level-month-delay", "agg-level-quarter-delay", "agg-level-year-delay",
        ),
    },
    "agg-gim-thld-QUEUE-IXN": {later("Thresholds"): ("short-abandoned-threshold", "accepted-threshold")},
    "agg-gim-thld-QUEUE-ACC": {later("Service time intervals"): ("default",)},
    "agg-gim-thld-QUEUE-ABN": {later("Service time intervals"): ("default",)},
    "log": {later("Log of a run"): ("level",)},
    "manager": {
        later("Jobs"): ("allow-run-all-jobs", "spread-runs"),
        later("Retention"): (
            "days-to-keep-job-list", "days-to-keep-run-logs", "days-to-keep-decisions", "days-to-keep-alarms",
        ),
    },
    "alarms": {
        later("Jobs"): (
            "job-failed", "run-lost", "no-good-cycle", "no-good-cycle-intervals", "long-run", "aggregation-failing",
            "aggregation-failures",
        ),
        later("Data sources"): ("source-delayed",),
        later("Schedule"): (
            "maintenance-missed", "maintenance-missed-days", "schedule-suspended", "schedule-suspended-minutes",
        ),
        later("Disk and partitions"): (
            "disk-low", "disk-free-megabytes", "partitions-low", "partitions-ahead-days", "partition-missing",
        ),
        later("When alarms are told"): ("settle-minutes", "remind-after-hours", "channel-seconds"),
        later("Mail"): (
            "mail", "mail-host", "mail-port", "mail-tls", "mail-user", "mail-secret-file", "mail-sender",
            "mail-recipients",
        ),
        later("Webhook"): ("webhook", "webhook-url", "webhook-secret-file"),
        later("Command"): ("command", "command-line"),
        later("Syslog"): ("syslog", "syslog-address"),
        later("Windows event log"): ("event-log",),
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

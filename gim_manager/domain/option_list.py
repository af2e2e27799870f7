"""Every option of the product, declared once: editor, validation, command-line help and reference page come from here."""

from __future__ import annotations

from dataclasses import replace

from gim_manager.domain.option import IMMEDIATELY, Kind, Option

_EXTRACT = "next run of Job_ExtractICON"
_TRANSFORM = "next run of Job_TransformGIM"
_AGGREGATE = "next run of Job_AggregateGIM"
_MAINTAIN = "next run of Job_MaintainGIM"
_EXPORT = "next run of Job_ExportGIM"
_TIDYING = "when the server tidies up next, once a day"


def _flag(section: str, name: str, default: str, effect: str, meaning: str) -> Option:
    return Option(section=section, name=name, default=default, kind=Kind.FLAG, effect=effect, meaning=meaning)


def _schedule(name: str, default: str, kind: Kind, meaning: str) -> Option:
    return Option(section="schedule", name=name, default=default, kind=kind, effect=IMMEDIATELY, meaning=meaning)


SCHEDULE = (
    _schedule(
        "run-scheduler", "false", Kind.FLAG,
        "Launches jobs by the schedule; false suspends all launches and leaves what runs alone.",
    ),
    _schedule(
        "timezone", "GMT", Kind.ZONE,
        "The zone of every time in this section; choose that of the business, so that a day ends at its midnight.",
    ),
    _schedule("etl-start-time", "06:00", Kind.TIME, "When the first ETL cycle of the day begins."),
    _schedule(
        "etl-end-time", "22:00", Kind.TIME,
        "When the final ETL cycle begins; earlier than etl-start-time means on the next day.",
    ),
    Option(section="schedule", name="etl-frequency", default="30", kind=Kind.NUMBER, effect=IMMEDIATELY, low=0, high=1440, unit="minutes",
           meaning="Minutes from the start of one ETL cycle to the start of the next; 0 runs them back to back."),
    _schedule("run-maintain", "true", Kind.FLAG, "Launches Job_MaintainGIM once a day."),
    _schedule("maintain-start-time", "23:00", Kind.TIME, "When daily maintenance falls due; outside the ETL window."),
    _schedule(
        "run-aggregates", "false", Kind.FLAG,
        "Keeps Job_AggregateGIM running inside its daily windows; then nobody starts or stops it by hand.",
    ),
    _schedule("aggregate-schedule", "0 1", Kind.CRON, "When the windows of aggregation open."),
    _schedule(
        "aggregate-duration", "05:00", Kind.DURATION,
        "How long a window of aggregation stays open, by the wall clock.",
    ),
    _schedule("run-update-stats", "false", Kind.FLAG, "Launches Job_UpdateStats by its schedule (PostgreSQL only)."),
    _schedule("update-stats-schedule", "0/10 *", Kind.CRON, "When Job_UpdateStats is launched."),
    _schedule("run-export", "false", Kind.FLAG, "Launches Job_ExportGIM by its schedule."),
    _schedule("export-schedule", "20 0/8", Kind.CRON, "When Job_ExportGIM is launched."),
    Option(section="schedule", name="on-demand-migration", default="false", kind=Kind.FLAG, effect="when an older schema is found next",
           meaning="Starts Job_MigrateGIM by itself when the schema is older than the program."),
)  # fmt: skip


def _days(name: str, default: int, meaning: str, *, low: int = 1, high: int = 36500) -> Option:
    return Option(section="gim-etl", name=name, default=str(default), kind=Kind.NUMBER, effect=_MAINTAIN, low=low, high=high,
                  unit="days", meaning=meaning)  # fmt: skip


def _etl(name: str, default: int, effect: str, bounds: tuple[int, int], unit: str, meaning: str) -> Option:
    return Option(section="gim-etl", name=name, default=str(default), kind=Kind.NUMBER, effect=effect, low=bounds[0], high=bounds[1],
                  unit=unit, meaning=meaning)  # fmt: skip


ENGINES = ("built-in", "GIMAgg.GimInterfaceImpl.AggregationImpl")
"""The values of aggregation-engine-class-name that Job_AggregateGIM can run with (R28)."""

GIM_ETL = (
    Option(section="gim-etl", name="aggregation-engine-class-name", default=ENGINES[0], kind=Kind.TEXT, effect=IMMEDIATELY,
           meaning="The engine that calculates aggregates; the vendor's class name is taken as the built-in one, any other keeps Job_AggregateGIM from starting."),
    Option(section="gim-etl", name="etl-start-date", default="", kind=Kind.DATE, effect="before the first extraction",
           meaning="Data older than this are never extracted; nothing means from the oldest row on."),
    _etl(
        "extract-data-thread-pool-size", 32, _EXTRACT, (1, 256), "sources",
        "How many data sources are read side by side.",
    ),
    _etl(
        "extract-data-chunk-rows", 50_000, _EXTRACT, (100, 10_000_000), "rows",
        "How many rows of a table are taken over in one transaction.",
    ),
    _etl(
        "delayed-data-threshold", 900, _EXTRACT, (60, 3600), "seconds",
        "After this long without new data an active source is reported as delayed.",
    ),
    _etl(
        "max-state-duration", 14400, _TRANSFORM, (60, 604800), "seconds",
        "An agent's state that never ended is closed after this long.",
    ),
    _etl(
        "max-session-duration-in-hours", 24, _TRANSFORM, (1, 744), "hours",
        "A login that never ended is closed after this long.",
    ),
    _etl(
        "days-to-keep-active-facts", 30, _TRANSFORM, (1, 3650), "days",
        "An interaction that never ended is closed after this long.",
    ),
    Option(section="gim-etl", name="sm-resource-state-priority", default="ACW,NOT_READY,BUSY,READY", kind=Kind.ORDER, effect=_TRANSFORM,
           choices=("ACW", "NOT_READY", "BUSY", "READY"),
           meaning="Which state of an agent wins when the DNs of one login disagree, the strongest first."),
    _days("days-to-keep-gidb-facts", 14, "Extracted rows of ended interactions are purged after this long."),
    _days("days-to-keep-gim-facts", 400, "Facts are purged after this long."),
    _days(
        "days-to-keep-cfg-facts", 400,
        "Deleted configuration objects are purged after this long; where it is not set, no sooner than facts are.",
    ),
    _days(
        "days-to-keep-discards-and-job-history", 600,
        "Discarded rows, audit and job history are purged after this long.",
    ),
    _days("days-to-keep-gdpr-history", 15, "Read by nothing: there is no table of erasure requests.", low=0, high=30),
    _etl(
        "purge-transaction-size", 100_000, _MAINTAIN, (100, 100_000_000), "rows",
        "How many rows are purged in one transaction.",
    ),
    _etl(
        "partitioning-ahead-range", 14, _MAINTAIN, (1, 3650), "days",
        "How far ahead partitions are made (PostgreSQL).",
    ),
    _etl(
        "partitioning-interval-size-gim", 86400, _MAINTAIN, (86400, 31_536_000), "seconds",
        "The length of a partition of facts and history (PostgreSQL); where it is not set, 30 days, or 60 if facts are "
        "kept for three years, as is advised there.",
    ),
    _etl(
        "partitioning-interval-size-gidb", 86400, _MAINTAIN, (86400, 31_536_000), "seconds",
        "The length of a partition of extracted rows of calls and logins (PostgreSQL).",
    ),
    _etl(
        "partitioning-interval-size-gidb-mm", 86400, _MAINTAIN, (86400, 31_536_000), "seconds",
        "Read by nothing: multimedia rows stand in the tables of voice rows, and in their partitions.",
    ),
    _etl(
        "partitioning-interval-size-gidb-ocs", 86400, _MAINTAIN, (86400, 31_536_000), "seconds",
        "Read by nothing: no table of outbound rows is extracted.",
    ),
)  # fmt: skip

GIM_TRANSFORMATION = (
    Option(section="gim-transformation", name="chunk-size", default="7200", kind=Kind.NUMBER, effect=_TRANSFORM, low=0, high=31_536_000,
           unit="seconds", meaning="How much data one transaction of the transformation takes; 0 takes all at once."),
)  # fmt: skip


def _export(name: str, default: int, bounds: tuple[int, int], unit: str, meaning: str) -> Option:
    return Option(section="gim-export", name=name, default=str(default), kind=Kind.NUMBER, effect=_EXPORT, low=bounds[0], high=bounds[1],
                  unit=unit, meaning=meaning)  # fmt: skip


GIM_EXPORT = (
    Option(section="gim-export", name="output-directory", default="output", kind=Kind.PATH, effect=_EXPORT,
           meaning="Where exports are written; made if it is missing."),
    Option(section="gim-export", name="output-files-encoding", default="utf8", kind=Kind.ENCODING, effect=_EXPORT,
           meaning="The character set of the CSV files."),
    Option(section="gim-export", name="start-date", default="", kind=Kind.DATE, effect=_EXPORT,
           meaning="Data older than this are left out; counts only while the output directory is empty."),
    _export("chunk-size-seconds", 86400, (1, 31_536_000), "seconds", "How much data one folder of an export takes."),
    _export("days-to-keep-output-files", 14, (1, 36500), "days", "Folders are deleted after this long."),
    _export("max-retries", 3, (0, 100), "times", "How often a failed write is tried again."),
    _export("retry-delay-seconds", 30, (0, 3600), "seconds", "How long to wait before trying again."),
    _export("thread-pool-size", 10, (1, 64), "tables", "How many tables are written side by side."),
    _flag(
        "gim-export", "use-export-views", "false", _EXPORT,
        "Exports through the export views, so that the files keep their columns over a migration.",
    ),
)  # fmt: skip


def _calendar(
    name: str, default: str, kind: Kind, meaning: str, bounds: tuple[int, int] | None = None, unit: str = ""
) -> Option:
    low, high = bounds or (None, None)
    return Option(
        section="date-time",
        name=name,
        default=default,
        kind=kind,
        effect=_MAINTAIN,
        low=low,
        high=high,
        unit=unit,
        meaning=meaning,
    )


DATE_TIME = (
    _calendar(
        "date-time-tz", "GMT", Kind.ZONE,
        "The zone whose days and hours label the quarter hours of this calendar.",
    ),
    _calendar("date-time-start-year", "2012", Kind.NUMBER, "The first year of this calendar.", (1970, 2100)),
    _calendar("date-time-max-days-ahead", "366", Kind.NUMBER, "How many days ahead this calendar is filled.", (1, 3660), "days"),
    _calendar("date-time-min-days-ahead", "183", Kind.NUMBER, "With fewer days than this left the calendar is filled again.", (1, 3660), "days"),
    _calendar("first-day-of-week", "1", Kind.NUMBER, "The first day of a week: 1 is Sunday, 2 is Monday.", (1, 7)),
    _calendar("min-days-in-first-week", "1", Kind.NUMBER, "How many days of the new year make a week its first; 4 with first-day-of-week 2 is ISO 8601.", (1, 7)),
    _calendar(
        "simple-week-numbering", "true", Kind.FLAG,
        "Week 1 begins on 1 January, whatever day that is, and no week belongs to two years.",
    ),
    Option(section="date-time", name="fiscal-year-start", default="01-01", kind=Kind.PATTERN, effect=_MAINTAIN,
           pattern="(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", form="a day MM-DD, the 28th of a month at the latest",
           meaning="The day on which the fiscal year begins."),
    Option(section="date-time", name="fiscal-year-week-pattern", default="none", kind=Kind.CHOICE, effect=_MAINTAIN,
           choices=("none", "544", "454", "445"), meaning="How many weeks the three months of a fiscal quarter have."),
)  # fmt: skip
"""Also the options of every section whose name begins with `date-time-`: a calendar of its own (M03)."""

ERROR_POLICY = (
    Option(section="error-policy", name="error-policy-irf-exception", default="log_db_resume", kind=Kind.CHOICE, effect=_TRANSFORM,
           choices=("log_db_resume", "resume", "exception"),
           meaning="What rows that contradict themselves do: discarded and recorded, discarded, or the job fails."),
)  # fmt: skip


def _delay(level: str) -> Option:
    return Option(section="agg", name=f"agg-level-{level}-delay", default="0", kind=Kind.NUMBER, effect=_AGGREGATE, low=0, high=31_536_000,
                  unit="seconds", meaning=f"How long changes wait before the {level} level is calculated; 0 calculates it at once.")  # fmt: skip


def _threshold(name: str, default: int, meaning: str) -> Option:
    return Option(section="agg-gim-thld-QUEUE-IXN", name=name, default=str(default), kind=Kind.NUMBER, effect=_AGGREGATE, low=0,
                  high=86400, unit="seconds", meaning=meaning)  # fmt: skip


def _bounds(section: str, of: str) -> Option:
    steps = ",".join(str(5 * step) for step in range(1, 20))
    return Option(section=section, name="default", default=steps, kind=Kind.STEPS, effect=_AGGREGATE, low=1, high=86400,
                  unit="seconds", meaning=f"The bounds between the service time intervals of {of} interactions.")  # fmt: skip


_COUNTS = "|".join(f"{recent}:{older}" for recent in range(11) for older in range(11) if 1 <= recent + older <= 10)
_SIDES = rf"(flex|strict)\(({_COUNTS})\)"
_HOUR = "(2[0-3]|1?[0-9])"
_WRITERS = rf"default={_SIDES}(,hour\({_HOUR}-{_HOUR}\)=({_SIDES}|purge))*"

AGGREGATION = (
    Option(
        section="agg", name="sub-hour-interval", default="15min", kind=Kind.CHOICE, effect=_AGGREGATE, choices=("15min",
        "30min",
    ),
           meaning="The length of an interval at the SUBHOUR level."),
    Option(section="agg", name="writer-schedule", default="default=flex(3:1)", kind=Kind.PATTERN, effect=_AGGREGATE,
           pattern=_WRITERS, form="default=flex(3:1) or strict, 10 writers at most, then ,hour(22-6)=flex(1:4) or =purge for some hours if wanted",
           meaning="How many writers calculate recent data and how many older data; flex lends idle ones to the other side."),
    *(_delay(level) for level in ("day", "month", "quarter", "year")),
    _threshold("short-abandoned-threshold", 10, "An interaction abandoned sooner than this counts as short."),
    _threshold("accepted-threshold", 20, "An interaction accepted within this counts as accepted in time."),
    _bounds("agg-gim-thld-QUEUE-ACC", "accepted"),
    _bounds("agg-gim-thld-QUEUE-ABN", "abandoned"),
)  # fmt: skip

LOG = (
    Option(
        section="log", name="level", default="info", kind=Kind.CHOICE, effect="next run of a job", choices=("debug", "info", "warn",
        "error",
    ),
           meaning="The least important lines that are kept in the log of a run."),
)  # fmt: skip


def _keep(name: str, default: int, meaning: str) -> Option:
    return Option(section="manager", name=name, default=str(default), kind=Kind.NUMBER, effect=_TIDYING, low=1, high=36500, unit="days",
                  meaning=meaning)  # fmt: skip


MANAGER = (
    _flag(
        "manager",
        "allow-run-all-jobs",
        "false",
        IMMEDIATELY,
        "Lets a person run Job_UpdateStats and Job_ExportGIM too.",
    ),
    _flag(
        "manager",
        "spread-runs",
        "false",
        IMMEDIATELY,
        "Servers that stand by work runs too, so that the jobs are spread over their computers (PostgreSQL); each must reach the "
        "data sources. Job_MigrateGIM and Job_ExportGIM stay with the leader.",
    ),
    _keep("days-to-keep-job-list", 400, "Ended runs leave the job list after this long."),
    _keep("days-to-keep-run-logs", 60, "The log lines and steps of a run are deleted after this long."),
    _keep("days-to-keep-decisions", 60, "The reasons why launches were not made are deleted after this long."),
    _keep("days-to-keep-alarms", 400, "Cleared alarms and their deliveries are deleted after this long."),
)


def _alarm(name: str, default: str, kind: Kind, meaning: str, choices: tuple[str, ...] = ()) -> Option:
    return Option(
        section="alarms", name=name, default=default, kind=kind, effect=IMMEDIATELY, choices=choices, meaning=meaning
    )


def _rule(name: str, default: str, meaning: str) -> Option:
    return _alarm(name, default, Kind.FLAG, meaning)


def _limit(name: str, default: int, bounds: tuple[int, int], unit: str, meaning: str) -> Option:
    return Option(section="alarms", name=name, default=str(default), kind=Kind.NUMBER, effect=IMMEDIATELY, low=bounds[0],
                  high=bounds[1], unit=unit, meaning=meaning)  # fmt: skip


ALARMS = (
    _rule("job-failed", "true", "Raises an alarm when a run failed; the next Complete run of that job clears it."),
    _rule("run-lost", "true", "Raises an alarm when the worker of a run was lost; the next Complete run of that job clears it."),
    _rule("no-good-cycle", "true", "Raises an alarm when no ETL cycle has ended well for no-good-cycle-intervals."),
    _limit("no-good-cycle-intervals", 3, (1, 1000), "times etl-frequency",
           "How long an open ETL window may go without a cycle that ended well."),
    _rule("long-run", "false", "Raises an alarm while a run takes longer than the P95 of the last 60 of its job; one in twenty does."),
    _rule("source-delayed", "true", "Raises an alarm while a data source is late by more than delayed-data-threshold."),
    _rule("maintenance-missed", "true", "Raises an alarm when scheduled maintenance was missed for maintenance-missed-days."),
    _limit("maintenance-missed-days", 1, (1, 365), "days", "How many days in a row without maintenance raise an alarm."),
    _rule("schedule-suspended", "true", "Raises an alarm while the schedule is suspended for longer than schedule-suspended-minutes."),
    _limit("schedule-suspended-minutes", 120, (1, 525_600), "minutes", "How long the schedule may be suspended."),
    _rule("aggregation-failing", "true", "Raises an alarm when Job_AggregateGIM failed aggregation-failures times in a row."),
    _limit("aggregation-failures", 3, (1, 10), "failures", "How many failures in a row of scheduled aggregation raise an alarm."),
    _rule("disk-low", "true", "Raises an alarm while a disk has less room than disk-free-megabytes."),
    _limit("disk-free-megabytes", 1000, (1, 1_000_000_000), "megabytes",
           "How much room the disks of the Info Mart's file and of the exports must have."),
    _rule("partitions-low", "true", "Raises an alarm while there are partitions for less than partitions-ahead-days (PostgreSQL)."),
    _limit("partitions-ahead-days", 3, (1, 3650), "days", "For how many days to come there must be partitions (PostgreSQL)."),
    _rule("partition-missing", "true", "Raises an alarm while a table has rows for which there is no partition (PostgreSQL)."),
    _limit("settle-minutes", 5, (0, 1440), "minutes",
           "How long what is measured must be right again before its alarm is cleared, so that it is not told again and again."),
    _limit("remind-after-hours", 0, (0, 8760), "hours", "After how long a raised alarm is told again; 0 tells it once."),
    _rule("mail", "false", "Sends alarms by mail."),
    _alarm("mail-host", "", Kind.TEXT, "The name of the mail server."),
    _limit("mail-port", 587, (1, 65535), "", "The port of the mail server: 587 for starttls, 465 for tls, 25 for none."),
    _alarm("mail-tls", "starttls", Kind.CHOICE, "How the connection to the mail server is protected.", ("none", "starttls", "tls")),
    _alarm("mail-user", "", Kind.TEXT, "Who logs in at the mail server; nothing means that nobody does."),
    _alarm("mail-secret-file", "", Kind.TEXT,
           "A file whose first line is the password of mail-user; GIM_MANAGER_ALARM_MAIL_SECRET in the server's environment goes before it."),
    _alarm("mail-sender", "", Kind.TEXT, "The address from which alarms come."),
    _alarm("mail-recipients", "", Kind.TEXT, "The addresses to which alarms go, separated by commas."),
    _rule("webhook", "false", "Sends alarms as JSON by POST to webhook-url."),
    replace(_alarm("webhook-url", "", Kind.TEXT, "Where alarms are posted."), is_secret=True),
    _alarm("webhook-secret-file", "", Kind.TEXT,
           "A file whose lines are headers of the request, `Name: value`; GIM_MANAGER_ALARM_WEBHOOK_SECRET in the server's environment goes before it."),
    _rule("command", "false", "Runs command-line for each message, with the alarm as JSON on its standard input."),
    replace(
        _alarm("command-line", "", Kind.TEXT, "The whole path of a program, and its arguments; no shell reads it."),
        is_secret=True,
    ),
    _rule("syslog", "false", "Sends alarms to syslog."),
    _alarm("syslog-address", "/dev/log", Kind.TEXT, "The path of the socket, or HOST:PORT for UDP."),
    _rule("event-log", "false", "Writes alarms into the Application log of Windows."),
    _limit("channel-seconds", 15, (1, 300), "seconds", "How long a channel may take to accept a message."),
)  # fmt: skip

OPTIONS: tuple[Option, ...] = (
    *SCHEDULE, *GIM_ETL, *GIM_TRANSFORMATION, *GIM_EXPORT, *DATE_TIME, *ERROR_POLICY, *AGGREGATION, *LOG, *MANAGER,
    *ALARMS,
)  # fmt: skip

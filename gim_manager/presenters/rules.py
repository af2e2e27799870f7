"""What each scheduling rule says, in a sentence: for the tags behind reasons, and for `why --rules`."""

from __future__ import annotations

from gim_manager.presenters.language import later, tr

RULES: dict[str, str] = {
    "R01": later("While run-scheduler is false nothing is launched; what runs goes on, and a person's requests start."),
    "R02": later("The ETL window opens at etl-start-time and closes at etl-end-time, which may be on the next day."),
    "R03": later("A cycle follows the one before it after etl-frequency minutes, or at once where that took longer."),
    "R04": later("A last cycle begins when the ETL window closes, and none after it."),
    "R05": later("Within a cycle the transformation starts when the extraction is complete, and not if that failed."),
    "R06": later("A server that comes back begins a cycle if one is due; missed ones are not made up one by one."),
    "R07": later("A cycle that falls due stops scheduled maintenance and begins when that has ended."),
    "R08": later("Scheduled maintenance waits until no ETL, aggregation or export runs."),
    "R09": later("Scheduled maintenance never starts in an open ETL window: what still waits then is dropped."),
    "R10": later("Beside scheduled maintenance nothing else is launched; a person's request starts, with a warning."),
    "R11": later("Scheduled maintenance has its maintain-start-time outside the ETL window."),
    "R12": later("Statistics are launched by their schedule, on PostgreSQL alone, beside anything but maintenance."),
    "R13": later("An export is launched by its schedule, beside ETL but never beside maintenance."),
    "R14": later("In its window aggregation is kept running, and at the end of the window it is stopped."),
    "R15": later("Aggregation that ends inside its window starts again: at once after a stop, later after a failure."),
    "R16": later("While run-aggregates is true the schedule owns aggregation, and a person cannot start it."),
    "R17": later("While run-aggregates is false a person starts and stops aggregation freely."),
    "R18": later("A re-aggregation is handed to the aggregation that runs, and worked in the order of asking."),
    "R19": later("While aggregation does not run, a re-aggregation starts it and its parameters are ignored."),
    "R20": later("A re-aggregation of days whose facts are gone is refused, unless somebody insists."),
    "R21": later("No job runs twice at a time: a request waits for the run before it, a second one is refused."),
    "R22": later("Any job may be asked for at any time; it processes what is there, which may be nothing."),
    "R23": later("A person's maintenance starts beside others; a maintenance hold lets it run alone."),
    "R24": later("Statistics and export are launched by the schedule alone, unless allow-run-all-jobs is true."),
    "R25": later("Only aggregation takes Job Parameters."),
    "R26": later("Stop takes back what waits, and stops what runs within ten seconds; what is committed stays."),
    "R27": later("Initialization and migration run alone: what runs is waited for, and nothing else starts."),
    "R28": later("An error of the configuration keeps the jobs that it concerns from starting."),
    "R29": later("While the schema is older than the program only migration runs; a newer schema is left alone."),
    "R30": later("A changed option counts at once for what is to come, and leaves alone what runs."),
    "R31": later("Times are wall times of the timezone option, which takes any IANA zone."),
    "R32": later("A fixed time happens once on each day, also on the days when the clock changes."),
    "R33": later("A clock that jumps is noticed at once, and nothing is launched twice because of it."),
    "R34": later("Nothing is launched before its time, and the delay after it is measured."),
    "R35": later("Of several servers one launches: the one that holds the lease."),
    "R36": later("A run whose worker is gone for certain has failed, and is not started again by itself."),
    "R37": later("Data and the mark of how far they go are written together, so that nothing is lost or done twice."),
    "R38": later("What is found wrong is put right at every turn, and told."),
    "R39": later("At one instant ends come before starts, and starts have a fixed order."),
    "R40": later("Where two rules speak, the stronger one wins."),
}
"""In their order; scheduling only, since the other letters stand for data and their checks."""


def sentence(rule: str) -> str:
    """What the rule says; empty for one that is not told here."""
    return tr(RULES[rule]) if rule in RULES else ""

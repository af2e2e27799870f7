"""`simulate`: what the scheduler would do, from an option file or from the Info Mart as it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import Exit
from gim_manager.domain.scenario import Assumptions
from gim_manager.domain.schedule import zone_of
from gim_manager.presenters import simulation
from gim_manager.usecases import simulate as usecase
from gim_manager.usecases.context import system_now
from gim_manager.usecases.option_files import read_text

OptionFile = Annotated[
    Path | None,
    typer.Option("--options", metavar="FILE", help="Options as an INI file; no Info Mart is needed then."),
]
From = Annotated[
    str, typer.Option("--from", metavar="TIME", help="The first instant, such as 2026-11-23T06:30, or now.")
]
To = Annotated[str, typer.Option("--to", metavar="TIME", help="The end, not included.")]
Durations = Annotated[
    list[str] | None,
    typer.Option("--duration", metavar="JOB=MINUTES", help="How long a job takes; may be repeated for other jobs."),
]
Failures = Annotated[
    list[str] | None,
    typer.Option("--fail", metavar="JOB@TIME", help="The run that starts or runs then fails at its end."),
]
Requests = Annotated[
    list[str] | None,
    typer.Option("--request", metavar="JOB[ PARAMETERS]@TIME", help="A person asks for a run then."),
]


def simulate(
    call: typer.Context, since: From, until: To, options: OptionFile = None, duration: Durations = None,
    fail: Failures = None, request: Requests = None,
) -> None:  # fmt: skip
    """Tell what the scheduler would do, by its own rules.

    Without --options it begins with the options, runs and usual durations of the Info Mart. Ends with 1 if the
    configuration has an error, which the schedule then does not get past.
    """
    session: Session = call.obj
    said = Assumptions(
        since=since, until=until, durations=tuple(duration or ()), failures=tuple(fail or ()),
        requests=tuple(request or ()),
    )  # fmt: skip
    outcome = _by_file(options, said) if options else _by_info_mart(session, said)
    _show(session, outcome)
    if not outcome.ok:
        raise typer.Exit(Exit.FAILED)


def _by_file(file: Path, said: Assumptions) -> usecase.Outcome:
    return usecase.of_file(read_text(file), said, system_now())


def _by_info_mart(session: Session, said: Assumptions) -> usecase.Outcome:
    with session.context() as context:
        return usecase.of_info_mart(context, said)


def _show(session: Session, outcome: usecase.Outcome) -> None:
    zone = zone_of(outcome.options)
    for remark in simulation.remarks(outcome, zone):
        session.say(remark)
    if session.json:
        events = [
            {
                "time": output.stamp(event.time, zone), "event": event.event.value, "job": event.job.value,
                "rule": event.rule, "reason": event.reason,
            }
            for event in outcome.events
        ]  # fmt: skip
        output.emit({"timezone": outcome.options.text("schedule", "timezone"), "events": events})
    elif outcome.events:
        output.print_table(simulation.HEADINGS, simulation.rows(outcome.events, zone, outcome.since))
    else:
        sys.stdout.write(f"{simulation.NOTHING}\n")

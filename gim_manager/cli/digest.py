"""`digest`: what happened while nobody looked, in one sentence and its parts."""

from __future__ import annotations

import sys
from datetime import tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.digest import Digest
from gim_manager.domain.digest import digest as play
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.presenters import digest as presenter
from gim_manager.usecases import digest as usecase

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="TIME", help="When it begins; else yesterday at 18:00."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="TIME", help="When it ends; else now.")]


def digest(call: typer.Context, since: Since = None, until: Until = None) -> None:
    """Tell in one sentence what happened while nobody looked.

    Launches that fell due while no server ran, failures, maintenance, what is late, and how far the data have come.
    """
    session: Session = call.obj
    with session.context() as context:
        question, zone = usecase.between(context, since, until), context.zone
        host = context.actor.host
    found = play(question)
    said = presenter.sentence(found, zone, host)
    if session.json:
        output.emit(digest_object(found, said, zone))
        return
    sys.stdout.write(f"{said}\n")
    for headings, rows in (
        (presenter.JOB_HEADINGS, tuple(presenter.rows_of_jobs(found))),
        (presenter.DROP_HEADINGS, tuple(presenter.rows_of_drops(found, zone))),
    ):
        if rows:
            sys.stdout.write("\n")
            output.print_table(headings, rows, right=frozenset(presenter.JOB_HEADINGS[1:]))


def digest_object(found: Digest, said: str, zone: tzinfo) -> dict[str, object]:
    """The sentence and all that it is made of."""
    return {
        "sentence": said,
        "since": output.stamp(found.since, zone),
        "until": output.stamp(found.until, zone),
        "gaps": [
            {
                "since": output.stamp(told.gap.since, zone), "until": output.stamp(told.gap.until, zone),
                "server": told.gap.server, "due": told.due, "made_up": told.made_up, "dropped": told.dropped,
            }
            for told in found.gaps
        ],
        "runs": [
            {"job": job.value, **{status.value.casefold(): found.count(status, job=job) for status in _STATES}}
            for job in Job
            if found.count(job=job)
        ],
        "maintenance": {
            "due": found.maintenance_was_due,
            "runs": [output.run_object(run, zone) for run in found.maintained],
        },
        "dropped": [
            {
                "time": output.stamp(decision.last_at, zone), "job": decision.job.value, "rule": decision.rule,
                "reason": decision.reason,
            }
            for decision in found.dropped
        ],
        "late": list(found.late),
        "complete_to": output.stamp(found.complete_to, zone),
    }  # fmt: skip


_STATES = (Status.COMPLETE, Status.FAILED, Status.STOPPED)

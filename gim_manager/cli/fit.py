"""`fit`: whether scheduled maintenance ends before the next cycle, and from when it would."""

from __future__ import annotations

import sys
from datetime import tzinfo

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.fit import Fit, Room
from gim_manager.presenters import fit as presenter
from gim_manager.usecases import fit as usecase


def fit(call: typer.Context) -> None:
    """Tell whether maintenance fits before the next cycle.

    From its last 60 runs: how many would have ended in time, what 95 of 100 took at most, and the latest start time
    that would do.
    """
    session: Session = call.obj
    with session.context() as context:
        found, zone = usecase.fit(context), context.zone
    if session.json:
        output.emit(fit_object(found, zone))
    else:
        sys.stdout.write("\n".join(presenter.lines(found, zone)) + "\n")


def fit_object(fit: Fit, zone: tzinfo) -> dict[str, object]:
    """All that was found; `fits` is null where too little is known, lengths are seconds."""
    good, telling = fit.ended_in_time
    return {
        "fits": fit.fits if fit.is_known else None,
        "scheduled": fit.scheduled,
        "runs": len(fit.trials),
        "cut_off": sum(trial.cut for trial in fit.trials),
        "in_time": good,
        "telling": telling,
        "chance": presenter.chance(fit),
        "p95_seconds": fit.longest.total_seconds() if fit.longest is not None else None,
        "room": _room_object(fit.room, zone),
        "better": _room_object(fit.better, zone),
        "widest": _room_object(fit.widest, zone),
    }


def _room_object(room: Room | None, zone: tzinfo) -> dict[str, object] | None:
    if room is None:
        return None
    return {
        "due": output.stamp(room.due, zone),
        "starts": output.stamp(room.starts, zone),
        "ends": output.stamp(room.ends, zone),
        "seconds": room.length.total_seconds(),
    }

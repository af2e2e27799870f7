"""`hold`: suspend the schedule for a while, with maintenance in it or without, end that, and list the latest."""

from __future__ import annotations

import sys
from datetime import tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.coexist import named
from gim_manager.domain.errors import BadValue, Refused
from gim_manager.domain.hold import LONGEST_LENGTH, Hold
from gim_manager.domain.status import EtlStatus, NextLaunch
from gim_manager.presenters import status_document, words
from gim_manager.usecases import hold as usecase
from gim_manager.usecases import status as status_usecase
from gim_manager.usecases.context import Context

Length = Annotated[
    int | None,
    typer.Option(
        "--for", metavar="MINUTES", help="It ends by itself after this; 240 unless said otherwise, "
        f"at most {LONGEST_LENGTH.days * 24 * 60}.",
    ),
]  # fmt: skip
Maintain = Annotated[
    bool,
    typer.Option("--maintain", help="When nothing runs any more, run Job_MaintainGIM; the hold ends with it."),
]
End = Annotated[bool, typer.Option("--end", help="End the hold; says what is launched within the next minute.")]
List = Annotated[bool, typer.Option("--list", help="Show the latest holds, and what their end would launch.")]


def hold(
    call: typer.Context, length: Length = None, maintain: Maintain = False, end: End = False, listing: List = False
) -> None:
    """Suspend the schedule for a while; it resumes by itself.

    Nothing is launched while a hold is in force, and aggregation that the schedule keeps running is stopped. What else
    runs goes on, and a person's requests still start.
    """
    session: Session = call.obj
    if (end or listing) and (maintain or length is not None or end == listing):
        raise BadValue("--end and --list stand alone: each with no other option of hold.")
    with session.context() as context:
        if listing:
            _list(session, context)
        elif end:
            _end(session, context)
        else:
            _begin(session, context, length, maintain=maintain)


def _begin(session: Session, context: Context, length: int | None, *, maintain: bool) -> None:
    try:
        begun = usecase.begin(context, minutes=length, maintain=maintain)
    except Refused as refusal:
        if session.json:
            output.emit(output.refusal_object(refusal))
        raise
    status = status_usecase.read(context)
    if session.json:
        output.emit(hold_object(begun, status.hold_waits_for, context.zone))
        return
    sys.stdout.write(f"The schedule is {sentence(begun, status.hold_waits_for, context.zone)}.\n")
    session.say(_what_goes_on(status))
    session.say("End it with: gim-manager hold --end")


def _what_goes_on(status: EtlStatus) -> str:
    if not status.running:
        return "Nothing runs now."
    return f"Running now: {named(status.running)}. Aggregation of the schedule is stopped, what else runs goes on."


def _end(session: Session, context: Context) -> None:
    ended = usecase.end(context)
    if session.json:
        output.emit({
            "ended": hold_object(ended.hold, None, context.zone) if ended.hold else None,
            "starts": [output.launch_object(launch, context.zone) for launch in ended.starts],
        })  # fmt: skip
        return
    if ended.hold is None:
        session.say("No hold is in force; nothing to end.")
        return
    if ended.stops:
        when = f"as soon as {ended.stops.job.value} {ended.stops.id} has stopped"
        sys.stdout.write(f"The hold of {ended.hold.owner} ends {when}.\n")
    else:
        sys.stdout.write(f"The hold of {ended.hold.owner} has ended.\n")
    _tell_starts(ended.starts, context.zone, "Within the next minute")


def _list(session: Session, context: Context) -> None:
    found = usecase.listing(context)
    status = status_usecase.read(context)
    starts = usecase.what_starts_next(context) if status.hold else ()
    zone = context.zone
    if session.json:
        waits = {status.hold.id: status.hold_waits_for} if status.hold else {}
        holds = [hold_object(each, waits.get(each.id), zone) for each in found]
        output.emit({"holds": holds, "starts": [output.launch_object(launch, zone) for launch in starts]})
        return
    if not found:
        sys.stdout.write("There was no hold yet.\n")
        return
    output.print_table(("Hold", "Owner", "Since", "Until", "State", "Note"), (_cells(each, zone) for each in found))
    if status.hold:
        _tell_starts(starts, zone, "If it ended now, within the next minute")


def _tell_starts(starts: tuple[NextLaunch, ...], zone: tzinfo, when: str) -> None:
    if not starts:
        sys.stdout.write(f"{when} nothing is launched.\n")
        return
    sys.stdout.write(f"{when} the schedule launches:\n")
    for launch in starts:
        sys.stdout.write(f"  {launch.time.astimezone(zone):%H:%M:%S}  {launch.job.value}  {launch.reason}\n")


def _cells(each: Hold, zone: tzinfo) -> tuple[str, ...]:
    until = each.ended_at or each.expires
    times = (f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" for moment in (each.since, until))
    return (str(each.id), each.owner, *times, each.state.value, each.reason or "")


def sentence(held: Hold, waits_for: str | None, zone: tzinfo) -> str:
    """`suspended by ada's hold until 14:00, waits for Job_TransformGIM 12`."""
    until = f"{held.expires.astimezone(zone):%Y-%m-%d %H:%M}"
    said = f"suspended by the hold of {held.owner} until {until}"
    return f"{said}, {words.hold_state(held.state, waits_for)}"


def hold_object(held: Hold, waits_for: str | None, zone: tzinfo) -> dict[str, object]:
    """A hold with all that is known of it: the keys of the contract first."""
    return {
        "id": held.id,
        **status_document.hold_object(held, waits_for, zone),
        "run_id": held.run_id,
        "reason": held.reason,
        "ended_at": output.stamp(held.ended_at, zone),
        "ended_by": held.ended_by,
    }

"""`servers`: which servers are alive, which of them launches, and making another one the scheduler."""

from __future__ import annotations

import sys
from datetime import tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.errors import Refused
from gim_manager.domain.lease import OBSTACLES
from gim_manager.usecases import servers as usecase

app = typer.Typer(no_args_is_help=True, help="The servers of this Info Mart, and who leads them.")

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="SERVER", help="Its id or the beginning of it; left out, the one of this computer that stands by."
    ),
]


@app.command("list")
def list_servers(call: typer.Context) -> None:
    """List the servers that are alive."""
    session: Session = call.obj
    with session.context() as context:
        known = usecase.listed(context)
        zone = context.zone
    if session.json:
        output.emit({"servers": [server_object(server, known.leader, zone) for server in known.alive]})
    elif not known.alive:
        sys.stdout.write("No server is alive. Start one with: gim-manager serve\n")
    else:
        rows = (_cells(server, known.leader, zone) for server in known.alive)
        output.print_table(("Server", "Version", "Since", "Last heard", "Part"), rows)


@app.command("lead")
def lead(call: typer.Context, server: Name = None) -> None:
    """Make a server the scheduler.

    The one that launches now hands over at once; running jobs go on. Refused if the server is not alive or cannot lead.
    """
    session: Session = call.obj
    with session.context() as context:
        try:
            leading = usecase.lead(context, server)
        except Refused as refusal:
            if session.json:
                output.emit(output.refusal_object(refusal))
            raise
        zone = context.zone
    if session.json:
        output.emit(server_object(leading, leading.id, zone))
    else:
        session.say(f"{leading.id} is the scheduler.")


def server_object(server: usecase.Server, leader: str | None, zone: tzinfo) -> dict[str, object]:
    """A server; `obstacle` says why the others do not leave the schedule to it."""
    return {
        "id": server.id, "host": server.host, "pid": server.pid, "version": server.version,
        "leads": server.id == leader,
        "since": output.stamp(server.since, zone), "last_heard": output.stamp(server.heartbeat_at, zone),
        "obstacle": OBSTACLES.get(server.standing),
    }  # fmt: skip


def _cells(server: usecase.Server, leader: str | None, zone: tzinfo) -> tuple[str, ...]:
    part = "launches" if server.id == leader else "stands by"
    if why := OBSTACLES.get(server.standing):
        part = f"{part}; {why}"
    times = (f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" for moment in (server.since, server.heartbeat_at))
    return (server.id, server.version, *times, part)

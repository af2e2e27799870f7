"""`alarms`: what is raised and was, the channels, and a test message through one of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import tzinfo
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.alarm import Alarm
from gim_manager.domain.channel import Channel, channel_named
from gim_manager.domain.errors import Exit
from gim_manager.domain.outbox import Board, ChannelView
from gim_manager.presenters import alarms as words
from gim_manager.usecases import alarms as usecase

app = typer.Typer(invoke_without_command=True, help="The alarms that are raised and were, and the channels.")

Limit = Annotated[int, typer.Option(min=1, max=10_000, help="How many alarms at most.")]


@app.callback()
def list_alarms(call: typer.Context, limit: Limit = usecase.RECENT) -> None:
    """Show the alarms that are raised, those cleared last, and how each channel fares."""
    if call.invoked_subcommand is not None:
        return
    session: Session = call.obj
    with session.context() as context:
        board, zone, now = usecase.board(context, limit=limit), context.zone, context.now()
    if session.json:
        output.emit(board_object(board, zone))
        return
    if board.alarms:
        rows = (words.alarm_cells(alarm, zone, now) for alarm in board.alarms)
        output.print_table(words.ALARM_HEADINGS, rows)
    else:
        sys.stdout.write("No alarm is raised, and none was lately.\n")
    sys.stdout.write("\n")
    output.print_table(words.CHANNEL_HEADINGS, _channels(board, zone))


def _channels(board: Board, zone: tzinfo) -> Iterator[tuple[str, ...]]:
    return (words.channel_cells(view, zone) for view in board.channels)


@app.command("test")
def test_channel(
    call: typer.Context,
    channel: Annotated[str, typer.Argument(metavar="CHANNEL", help=f"One of {', '.join(Channel)}.")],
) -> None:
    """Send a test message from this computer now, and say whether it was accepted."""
    session: Session = call.obj
    wanted = channel_named(channel)
    with session.context() as context:
        tried = usecase.test(context, wanted)
    if session.json:
        output.emit({"channel": tried.channel.value, "ok": tried.ok, "message": tried.sentence})
    else:
        sys.stdout.write(f"{tried.sentence}\n")
    if not tried.ok:
        raise typer.Exit(Exit.FAILED)


def board_object(board: Board, zone: tzinfo) -> dict[str, object]:
    """`alarms --json`: absent values are null, never missing."""
    return {
        "alarms": [_alarm_object(alarm, zone) for alarm in board.alarms],
        "channels": [_channel_object(view, zone) for view in board.channels],
    }


def _alarm_object(alarm: Alarm, zone: tzinfo) -> dict[str, object]:
    return {
        "id": alarm.id,
        "rule": alarm.rule.value,
        "subject": alarm.subject or None,
        "severity": alarm.severity.value,
        "message": alarm.message,
        "raised_at": output.stamp(alarm.raised_at, zone),
        "cleared_at": output.stamp(alarm.cleared_at, zone),
    }


def _channel_object(view: ChannelView, zone: tzinfo) -> dict[str, object]:
    state = view.state
    return {
        "channel": state.channel.value,
        "on": view.is_on,
        "problem": view.problem,
        "waiting": state.waiting,
        "waiting_since": output.stamp(state.waiting_since, zone),
        "delivered_at": output.stamp(state.delivered_at, zone),
        "error": state.error,
        "next_try_at": output.stamp(state.next_try_at, zone),
    }

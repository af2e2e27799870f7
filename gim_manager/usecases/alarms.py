"""The alarms as a person sees them: what is raised and was, how each channel fares, and whether one works."""

from __future__ import annotations

from gim_manager.domain.access import Role
from gim_manager.domain.channel import Channel, channels_on, settings
from gim_manager.domain.errors import BadValue, GimError
from gim_manager.domain.notice import trial
from gim_manager.domain.options import Options
from gim_manager.domain.outbox import Board, ChannelView, Tried
from gim_manager.engine.sending import send
from gim_manager.schema.engines import reading, writing
from gim_manager.store import alarms, audit, options
from gim_manager.usecases.context import Context

RECENT = 100


def board(context: Context, *, limit: int = RECENT) -> Board:
    """The alarms, at most `limit`, and the channels."""
    with reading(context.database.manager) as connection:
        given = options.load(connection)
        found, states = alarms.recent(connection, limit=limit), alarms.states(connection)
    on = channels_on(given)
    return Board(
        alarms=found,
        channels=tuple(
            ChannelView(is_on=state.channel in on, problem=_problem(given, state.channel), state=state)
            for state in states
        ),
    )


def test(context: Context, channel: Channel) -> Tried:
    """Send a test message from this computer now and wait for the outcome; whether the channel is switched on or not.

    Nothing of it is kept but an act of the audit trail. Raises NeedsRole.
    """
    context.access.ensure(Role.ADMINISTRATOR, "Testing a channel")
    given = context.options()
    try:
        remark = send(given, channel, trial(context.database.url, context.zone, context.now()))
    except GimError as failed:
        tried = Tried(channel=channel, ok=False, sentence=str(failed))
    else:
        off = "" if channel in channels_on(given) else f" The channel is switched off: set [alarms] {channel} to true."
        taken = remark or f"A test message was accepted by {channel}."
        tried = Tried(channel=channel, ok=remark is None, sentence=f"{taken}{off}")
    with writing(context.database.manager) as connection:
        tested = context.act("alarm channel tested", context.now(), subject=channel.value, detail=tried.sentence)
        audit.record(connection, tested)
    return tried


def _problem(given: Options, channel: Channel) -> str | None:
    try:
        settings(given, channel)
    except BadValue as wrong:
        return str(wrong)
    return None

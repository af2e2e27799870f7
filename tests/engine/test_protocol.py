"""What host and worker say to each other survives the pipe unchanged."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import LogLine, Status, Step
from gim_manager.engine.protocol import (
    Assignment,
    Ended,
    Ending,
    GiveBack,
    Grant,
    Message,
    NotAMessage,
    Rebuild,
    StopNow,
    Told,
    Wake,
    Want,
    Withdraw,
    decode,
    encode,
)

NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
STEP = Step(name="G_CALL", status=Status.RUNNING, start_time=NOON, rows=12, progress=0.25, note="chunk 1 of 4")


@pytest.mark.parametrize(
    "message",
    [
        Assignment(
            run_id=7, token="t", url="postgresql://u:secret@h/d", job=Job.AGGREGATE, parameters="-insertPendingAgg Ü"
        ),
        Assignment(run_id=7, token="t", url="sqlite:///x", job=Job.EXTRACT),
        Grant(number=3),
        StopNow(),
        Wake(),
        Rebuild(request=9, parameters="-insertPendingAgg Ü", forced=True),
        Withdraw(request=9),
        Want(number=3),
        GiveBack(),
        Told(),
        Told(progress=0.0, note="", rows=0, steps=(), lines=()),
        Told(steps=(STEP,), lines=(LogLine(number=0, time=NOON, level="INFO", message="two\nlines"),)),
        Ended(ending=Ending.FAILED, rows=0, error="The disk is full."),
        Ended(ending=Ending.STOPPED, rows=3, request=9),
    ],
)
def test_a_message_is_one_line_and_arrives_as_it_was_sent(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    assert decode(line) == message


@pytest.mark.parametrize(
    "line", [b"", b"printed by a library\n", b"[1]\n", b'{"kind": "Else"}\n', b'{"kind": "Grant"}\n']
)
def test_what_is_no_message_is_said_to_be_none(line: bytes) -> None:
    with pytest.raises(NotAMessage):
        decode(line)

"""A witness that overlooks something would make every law hold."""

import pytest

from gim_manager.store import sessions
from tests.language.witness import Seen, breaches

LEADER, OTHER = (sessions.server_name(name) for name in ("a", "b"))


def _seen(**what: object) -> Seen:
    usual: dict[str, object] = {
        "number": 1, "writer": LEADER, "place": "run", "run_id": 7, "before": None, "after": "Running", "server": "a",
        "token": "t", "holder": "a", "epoch": 1,
    }  # fmt: skip
    return Seen(**usual | what)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lawful",
    [
        _seen(), _seen(place="decision"), _seen(place="data", writer=sessions.application_name(7, "t")),
        _seen(writer=OTHER, server="b", before="Running"), _seen(server=None, token=None),
        _seen(writer="psql", after="Scheduled", server=None),
    ],
)  # fmt: skip
def test_what_a_leader_a_host_a_worker_or_a_person_may_write_is_no_breach(lawful: Seen) -> None:
    assert breaches([lawful]) == []


@pytest.mark.parametrize(
    ("unlawful", "why"),
    [
        (_seen(writer=OTHER, server="b"), "started by a server that does not lead"),
        (_seen(writer=OTHER, before="Running", after="Failed"), "written by a server that neither leads nor works it"),
        (_seen(place="decision", writer=OTHER), "a decision of a server that does not lead"),
        (_seen(place="data", writer=sessions.application_name(7, "old")), "data of a worker whose run is not its own"),
        (_seen(place="data", writer=sessions.application_name(7, "t"), after="Failed"), "data of a worker whose run"),
    ],
)  # fmt: skip
def test_R35_what_nobody_else_may_write_is_a_breach(unlawful: Seen, why: str) -> None:
    (found,) = breaches([unlawful])
    assert found.startswith(why)


def test_R35_a_run_that_is_offered_is_taken_once_and_one_that_waits_again_may_be() -> None:
    offered = _seen(server=None, token=None)
    taken = [_seen(number=number, before="Running", server=name, writer=who) for number, name, who in (
        (2, "b", OTHER), (3, "a", LEADER),
    )]  # fmt: skip
    (found,) = breaches([offered, *taken])
    assert found.startswith("taken from the server that works it")
    waits = _seen(number=3, before="Running", after="Scheduled", writer="psql")
    assert breaches([offered, taken[0], waits, _seen(number=4, before="Scheduled")]) == []


@pytest.mark.parametrize("place", ["run", "output"])
def test_R35_what_is_written_of_a_run_after_its_end_is_a_breach(place: str) -> None:
    (found,) = breaches([_seen(before="Running", after="Failed"), _seen(number=2, place=place, after="Failed")])
    assert found.startswith("written after its end (1)")

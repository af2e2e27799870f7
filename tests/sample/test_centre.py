"""The people and numbers of a centre of any size."""

from collections import Counter

import pytest

from gim_manager.domain.icon import EndpointType
from gim_manager.sample.centre import build_centre
from gim_manager.sample.profile import NIGHT, SHIFTS, Profile


@pytest.mark.parametrize("agents", [1, 11, 40, 1000])
def test_every_identifier_is_given_once(agents: int) -> None:
    centre = build_centre(Profile(), agents=agents, seed=1)
    devices = [line.entry for line in centre.lines] + [queue for line in centre.lines for queue in line.queues]
    devices += [device for one in centre.people for device in (one.phone, one.position) if device]
    assert len({device.id for device in devices}) == len({device.dn for device in devices}) == len(devices)
    assert len({one.id for one in centre.people}) == len({one.username for one in centre.people}) == agents


def test_the_staff_is_divided_as_the_shifts_say() -> None:
    crew = Counter(one.shift for one in build_centre(Profile(), agents=1000, seed=1).people)
    assert all(crew[shift] == pytest.approx(1000 * shift.share, abs=1) for shift in SHIFTS)


def test_who_is_alone_can_do_everything() -> None:
    few = build_centre(Profile(), agents=5, seed=1)
    assert all({name for name, _ in one.skills} == set(few.skills) for one in few.people)
    many = build_centre(Profile(), agents=200, seed=1)
    assert all({name for name, _ in one.skills} == set(many.skills) for one in many.people if one.shift is NIGHT)
    assert any(len(one.skills) < 4 for one in many.people)


def test_lines_are_acd_queues_or_routing_points_with_one_or_two_virtual_queues() -> None:
    lines = build_centre(Profile(), agents=1, seed=1).lines
    shapes = {(line.entry.type, len(line.queues)) for line in lines}
    assert shapes == {(EndpointType.ACD_QUEUE, 0), (EndpointType.ROUTING_POINT, 1), (EndpointType.ROUTING_POINT, 2)}


def test_another_seed_means_other_people() -> None:
    first, again, other = (build_centre(Profile(), agents=30, seed=seed).people for seed in (1, 1, 2))
    names = [[(one.username, one.skills) for one in people] for people in (first, again, other)]
    assert names[0] == names[1] != names[2]

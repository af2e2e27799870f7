"""Who works a run where the servers share the work: the leader, or one of those who stand by."""

from datetime import timedelta

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.spreading import PATIENCE, ends_at, keeps, may_take, oldest_offer
from tests.language.build import AGGREGATE, EXPORT, EXTRACT, MIGRATE, STATS, TRANSFORM, a_run, at

OFFER = a_run(EXTRACT, number=1)
IN_TIME, TOO_LATE = ends_at(OFFER) - timedelta(seconds=1), ends_at(OFFER)


def _of(server: str, number: int, job: Job = AGGREGATE) -> Run:
    return a_run(job, number=number, server=server)


@pytest.mark.parametrize(
    ("standbys", "runs", "kept"),
    [
        ((), (), True),
        (("b",), (), False),
        (("b",), (_of("b", 1),), True),
        (("b",), (_of("b", 1), _of("a", 2)), False),
        (("b", "c"), (_of("b", 1),), False),
        (("b", "c"), (_of("b", 1), _of("c", 2)), True),
        (("b",), (OFFER,), True),
        (("b", "c"), (OFFER,), False),
        (("b",), (_of("somebody who is gone", 1),), False),
    ],
)
def test_the_leader_keeps_a_run_if_all_who_stand_by_work_more(
    standbys: tuple[str, ...], runs: tuple[Run, ...], *, kept: bool
) -> None:
    assert keeps(TRANSFORM, "a", standbys, runs) is kept


@pytest.mark.parametrize("job", [MIGRATE, EXPORT])
def test_R29_E02_what_belongs_to_the_lease_or_to_a_folder_stays_with_the_leader(job: Job) -> None:
    assert keeps(job, "a", ("b",), ())
    assert not keeps(STATS, "a", ("b",), ())


def test_R18_a_re_aggregation_is_no_work_of_its_own() -> None:
    request = a_run(AGGREGATE, number=3, server="b", parameters="p", part_of=2)
    assert not keeps(TRANSFORM, "a", ("b",), (_of("a", 1, EXTRACT), _of("b", 2), request))


@pytest.mark.parametrize(
    ("me", "standbys", "runs", "takes"),
    [
        ("b", ("b", "c"), (OFFER,), True),
        ("b", ("b", "c"), (OFFER, _of("b", 2)), False),
        ("c", ("b", "c"), (OFFER, _of("b", 2)), True),
        ("b", ("b", "c"), (OFFER, _of("b", 2), _of("c", 3)), True),
        ("b", ("c",), (OFFER,), False),
        ("b", ("b",), (), False),
        ("b", ("b",), (a_run(EXTRACT, Status.SCHEDULED),), False),
    ],
)
def test_of_those_who_stand_by_one_that_works_least_takes_an_offer(
    me: str, standbys: tuple[str, ...], runs: tuple[Run, ...], *, takes: bool
) -> None:
    assert may_take(me, standbys, runs, TOO_LATE, leads=False) is takes


def test_the_leader_takes_what_nobody_took_or_nobody_is_there_to_take() -> None:
    assert not may_take("a", ("b",), (OFFER,), IN_TIME, leads=True)
    assert may_take("a", ("b",), (OFFER,), TOO_LATE, leads=True)
    assert may_take("a", (), (OFFER,), IN_TIME, leads=True)


def test_an_offer_runs_and_is_nobodys_and_the_oldest_is_the_next() -> None:
    younger = a_run(STATS, Status.STOPPING, number=7, start_time=at("00:01"))
    found = (a_run(MIGRATE, Status.SCHEDULED, number=2), _of("a", 3), younger)
    assert oldest_offer(found) == younger
    assert oldest_offer((OFFER, *found)) == OFFER
    assert oldest_offer(found[:2]) is None
    assert ends_at(younger) == at("00:01") + PATIENCE

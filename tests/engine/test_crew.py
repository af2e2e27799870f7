"""The runs at work on one server: what workers tell is written a few times a second, their ends at once."""

from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.schema.engines import reading
from gim_manager.store import runs
from tests.language.server import HandServer
from tests.language.waiting import until


def test_the_process_of_a_run_is_known_for_recovery(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="ignores")
    server.until(asked.id, Status.RUNNING, note="deaf")
    with reading(server.database.manager) as connection:
        (worker,) = runs.workers(connection)
    assert worker.host == server.me.host and worker.server == server.me.id
    assert worker.pid and worker.started and worker.token in server.loop._crew.tokens


def test_what_is_told_waits_for_the_next_quarter_second(server: HandServer) -> None:
    asked = server.asked(Job.EXTRACT, parameters="ignores")
    server.turn()
    server.turn(seconds=0.3)

    def heard() -> bool:
        server.turn()
        return server.loop._crew.has_news

    until(heard)
    assert server.run(asked.id).note is None
    server.turn(seconds=0.3)
    assert server.run(asked.id).note == "deaf"


def test_aggregation_is_woken_when_a_transformation_ends(server: HandServer) -> None:
    aggregation = server.asked(Job.AGGREGATE)
    server.until(aggregation.id, Status.RUNNING, note="asleep")
    transformation = server.asked(Job.TRANSFORM, parameters="tells")
    assert server.ended(transformation.id).status is Status.COMPLETE
    server.until(aggregation.id, Status.RUNNING, note="woken")

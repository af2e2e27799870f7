"""Steps are replaced whole, lines are only added."""

from datetime import timedelta

from gim_manager.domain.run import LogLine, Status, Step
from gim_manager.schema.engines import reading, writing
from gim_manager.store import output
from gim_manager.store.connect import Database
from tests.language.stored import NOON


def _line(message: str) -> LogLine:
    return LogLine(number=0, time=NOON, level="INFO", message=message)


def test_steps_are_kept_as_they_were_told_last(database: Database) -> None:
    planned = [Step(name=name, status=Status.SCHEDULED) for name in ("a", "b", "c")]
    later = NOON + timedelta(seconds=3)
    done = Step(
        name="a", status=Status.COMPLETE, start_time=NOON, end_time=later, rows=3, progress=1.0, note="chunk 1 of 1"
    )
    with writing(database.manager) as connection:
        output.write_steps(connection, 1, planned)
        output.write_steps(connection, 1, [done, planned[1]])
        output.write_steps(connection, 2, planned)
    with reading(database.manager) as connection:
        assert output.steps(connection, 1) == (done, planned[1])
        assert output.steps(connection, 2) == tuple(planned)
        assert output.steps(connection, 3) == ()


def test_many_steps_are_written_at_once(database: Database) -> None:
    many = [Step(name=f"step {number}", status=Status.RUNNING) for number in range(450)]
    with writing(database.manager) as connection:
        output.write_steps(connection, 1, many)
        assert output.steps(connection, 1) == tuple(many)


def test_lines_are_numbered_within_the_run_and_read_in_pages(database: Database) -> None:
    with writing(database.manager) as connection:
        output.append_log(connection, 1, [_line(f"line {number}") for number in range(1, 451)])
        output.append_log(connection, 1, [_line("line 451")])
        output.append_log(connection, 2, [_line("another run")])
        output.append_log(connection, 2, [])
    with reading(database.manager) as connection:
        first = output.log(connection, 1, limit=450)
        rest = output.log(connection, 1, after=first[-1].number)
        assert [line.message for line in (*first, *rest)] == [f"line {number}" for number in range(1, 452)]
        assert [line.number for line in output.last_lines(connection, 1, limit=2)] == [450, 451]

"""The worker's side of a re-aggregation: how its block ends is how the request ends."""

import pytest

from gim_manager.domain.errors import BadValue, Unreachable
from gim_manager.engine.protocol import Ended, Ending, Rebuild, Told, Withdraw
from gim_manager.engine.rebuilding import Requests
from gim_manager.jobs.work import Handed, Stopped
from tests.language.clock import START


class Said:
    def __init__(self) -> None:
        self.messages: list[Told | Ended] = []
        self.requests = Requests(self.messages.append, lambda: START)

    def given(self) -> None:
        self.requests.give(Rebuild(request=7, parameters="p", forced=True))

    def worked(self, *errors: Exception, rows: int = 0) -> None:
        """The job takes the request, tells of rows, and ends it by this error."""
        block = self.requests.next()
        assert block is not None
        with block as request:
            self._work(request, rows)
            for error in errors:
                raise error

    @staticmethod
    def _work(request: Handed, rows: int) -> None:
        assert (request.run_id, request.parameters, request.forced) == (7, "p", True)
        with request.report.step("H_QUEUE DAY") as step:
            step.rows(rows)

    @property
    def end(self) -> Ended:
        (end,) = [message for message in self.messages if isinstance(message, Ended)]
        assert end is self.messages[-1], "its end is the last that is said of it"
        return end


@pytest.fixture
def said() -> Said:
    return Said()


def test_without_a_request_there_is_nothing_to_work_and_nothing_to_tell(said: Said) -> None:
    assert said.requests.next() is None
    said.requests.tell()
    said.requests.withdraw(Withdraw(request=7))
    assert said.messages == []


def test_what_it_tells_is_told_of_the_request(said: Said) -> None:
    said.given()
    said.worked(rows=12)
    assert [message.request for message in said.messages] == [7, 7]
    assert (said.end.ending, said.end.rows) == (Ending.COMPLETE, 12)
    assert said.requests.next() is None


def test_nothing_is_told_before_its_first_interval(said: Said) -> None:
    said.given()
    said.requests.tell()
    assert said.messages == []


def test_R18_withdrawn_it_ends_stopped_and_the_aggregation_goes_on(said: Said) -> None:
    said.given()
    said.requests.withdraw(Withdraw(request=8))
    said.requests.withdraw(Withdraw(request=7))
    said.worked(Stopped(), rows=3)
    assert (said.end.ending, said.end.rows) == (Ending.STOPPED, 3)


@pytest.mark.parametrize("error", [Stopped(), Unreachable("the database", "it is away")])
def test_R18_what_ends_the_aggregation_leaves_the_request_for_the_next(said: Said, error: Exception) -> None:
    said.given()
    with pytest.raises(type(error)):
        said.worked(error)
    assert not [message for message in said.messages if isinstance(message, Ended)]


def test_parameters_that_cannot_be_read_fail_the_request_alone(said: Said) -> None:
    said.given()
    said.worked(BadValue("There is no H_NEW."))
    assert (said.end.ending, said.end.error) == (Ending.FAILED, "There is no H_NEW.")


def test_a_bug_fails_the_request_alone_and_its_trace_stands_in_the_requests_log(said: Said) -> None:
    said.given()
    said.worked(ZeroDivisionError("oh"))
    assert (said.end.ending, said.end.error) == (Ending.FAILED, "An error that is not known: ZeroDivisionError: oh")
    lines = [line.message for message in said.messages if isinstance(message, Told) for line in message.lines]
    assert any("Traceback" in line for line in lines)

"""The states of the server are the words of the command line's contract."""

from gim_manager.domain.status import ServerState


def test_the_states_are_those_of_the_contract() -> None:
    words = "none standby running paused config-error migration uninitialized"
    assert [state.value for state in ServerState] == words.split()

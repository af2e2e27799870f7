"""What is decided is kept under these words."""

from gim_manager.domain.decision import DecisionKind


def test_the_kinds_of_decisions_are_those_that_are_kept() -> None:
    assert {"drop", "hold", "stop", "refuse", "make up"} <= {kind.value for kind in DecisionKind}

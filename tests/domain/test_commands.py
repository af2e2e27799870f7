"""Commands are told apart by their type: nobody who matches on one meets another."""

from itertools import permutations

from gim_manager.domain import commands
from gim_manager.domain.commands import Command, HoldCommand, LaunchCommand


def test_no_command_is_another() -> None:
    kinds = [thing for thing in vars(commands).values() if isinstance(thing, type) and issubclass(thing, Command)]
    told = [kind for kind in kinds if kind not in (Command, HoldCommand, LaunchCommand)]
    assert len(told) == 15
    assert not [pair for pair in permutations(told, 2) if issubclass(*pair)]

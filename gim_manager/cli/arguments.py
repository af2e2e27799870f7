"""Where on a command line the global options may stand: before the command or after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import typer

_STAYS = frozenset({"--help", "-h"})
"""Belongs to the word that it stands behind: `run --help` explains `run`."""


def global_options_first(arguments: Sequence[str], app: typer.Typer) -> list[str]:
    """The arguments with the global options of `app` ahead of the command; what follows `--` is left as it is."""
    root: Any = typer.main.get_command(app)
    known = _Options.of([root])
    path: list[Any] = []
    others = _Options.of(path)
    ahead: list[str] = []
    behind: list[str] = []
    rest = list(arguments)
    while rest:
        if rest[0] == "--":
            behind += rest
            break
        if below := _named_by(rest[0], path[-1] if path else root):
            path.append(below)
            others = _Options.of(path)
        taken = known.take(rest)
        # The value of a command's own option stays beside it, whatever it looks like.
        (ahead if taken else behind).extend(taken or others.take(rest) or [rest.pop(0)])
    return ahead + behind


def replayed(arguments: Sequence[str]) -> list[str]:
    """`replay FILE COMMAND …` is the command on that file; all other arguments stay as they are."""
    words = list(arguments)
    at = next((place for place, word in enumerate(words) if word == "replay"), None)
    if at is None or len(words) < at + 3 or words[at + 1].startswith("-") or words[at + 2].startswith("-"):
        return words
    url = f"sqlite:///{Path(words[at + 1]).absolute().as_posix()}"
    return [*words[:at], "--db", url, *words[at + 2 :]]


def _named_by(word: str, group: Any) -> Any:
    """The command of the group that a word names; None if it names none."""
    return group.get_command(typer.Context(group), word) if hasattr(group, "get_command") else None


class _Options:
    """The options of some commands, and which of them are followed by a value."""

    def __init__(self, flags: set[str], valued: set[str]) -> None:
        self._flags = flags
        self._valued = valued

    @classmethod
    def of(cls, commands: Iterable[Any]) -> _Options:
        options = [
            (name, bool(parameter.is_flag))
            for command in commands
            for parameter in command.params
            if parameter.param_type_name == "option"
            for name in (*parameter.opts, *parameter.secondary_opts)
        ]
        return cls({name for name, flag in options if flag} - _STAYS, {name for name, flag in options if not flag})

    def take(self, words: list[str]) -> list[str]:
        """Takes the option that `words` begin with, and its value; empty if they begin with none of these."""
        if words[0] in self._flags or words[0].partition("=")[0] in self._valued - {words[0]}:
            return [words.pop(0)]
        if words[0] not in self._valued:
            return []
        taken, words[:] = words[:2], words[2:]
        return taken

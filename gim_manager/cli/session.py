"""The global options of one call, and the Info Mart that they name."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gim_manager.domain.errors import BadValue
from gim_manager.host import paths
from gim_manager.host.settings import Settings

if TYPE_CHECKING:
    from gim_manager.usecases.context import Context

DATABASE_VARIABLE = "GIM_MANAGER_DB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What was said before the command (cli-contract, global options)."""

    db: str | None = field(default=None, repr=False)
    connection: str | None = None
    profile: Path | None = None
    json: bool = False
    verbose: bool = False
    quiet: bool = False

    @property
    def named_url(self) -> str | None:
        """The database URL if one was given, by option, saved connection or environment; raises BadValue where the
        connection is unknown or two are named."""
        if self.connection is None:
            return self.db or os.environ.get(DATABASE_VARIABLE) or None
        if self.db is not None:
            raise BadValue("Name the Info Mart by --db or by --connection, not by both.")
        # Loaded where a name is given, as below.
        from gim_manager.usecases import connections

        return connections.url_of(self.settings, self.connection)

    @property
    def settings(self) -> Settings:
        """What is kept for this user."""
        return Settings(paths.profile(self.profile))

    @property
    def url(self) -> str:
        """The database URL; raises BadValue where none was given."""
        # Once: a keyring may ask each time.
        named = self.named_url
        if named is None:
            raise BadValue(f"Which Info Mart? Name it with --db URL or in the environment as {DATABASE_VARIABLE}.")
        return named

    def warn_of_password(self, option: str, url: str | None) -> None:
        """A password among the arguments is seen by every user of this computer."""
        if url is not None and _PASSWORD.search(url):
            instead = DATABASE_VARIABLE if option == "--db" else "PGPASSFILE"
            self.say(f"Warning: other users of this computer can read the password in {option}; use {instead} instead.")

    def say(self, message: str) -> None:
        """A message for a person, on standard error."""
        if not self.quiet:
            sys.stderr.write(f"{message}\n")

    def progress(self, done: float, words: str) -> None:
        """How far something is, on standard error; one line that is written over where a person looks on."""
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write(f"\r{int(done * 100):3d} %  {words:<40.40}" + ("\n" if done >= 1 else ""))

    @contextmanager
    def context(self, *, host_engine: bool = False, any_age: bool = False) -> Iterator[Context]:
        """The Info Mart, opened for the length of one command."""
        # Loaded here: what only opens a window or shows its help needs no database.
        from gim_manager.bootstrap import open_context

        with open_context(self.url, host_engine=host_engine, any_age=any_age) as context:
            yield context


_PASSWORD = re.compile(r"://[^/:@]*:.*@|[?&](ssl)?password=")
"""Seen in whatever was given for a URL, also where it cannot be read as one."""

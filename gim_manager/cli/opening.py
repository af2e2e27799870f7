"""What a command line asks to be opened: returned as a value, opened by __main__ alone."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from gim_manager.domain.errors import Exit
from gim_manager.host.logs import LogFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSample:
    """The sample contact centre that goes on living while the window is open (`demo`)."""

    idb_url: str
    folder: Path | None
    """The temporary folder that goes when the window closes; None if the files stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWindow:
    """`gim-manager`, `gui`, and the end of `demo`."""

    url: str | None
    profile: Path | None = None
    screenshot: Path | None = None
    """Save a picture of the idle window here and exit: hosts no engine, asks nothing, starts nothing."""
    live: LiveSample | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenServer:
    """`serve`."""

    url: str
    profile: Path | None = None
    log_format: LogFormat = LogFormat.TEXT
    log_level: int = logging.INFO
    health: str | None = None
    """PORT or HOST:PORT where whoever asks is told how it fares."""


class Opened(Exception):
    """Carries what to open out of the argument tree."""

    def __init__(self, what: OpenWindow | OpenServer) -> None:
        super().__init__(what)
        self.what = what


Opening = Exit | OpenWindow | OpenServer
"""What `cli.main.run` returns."""

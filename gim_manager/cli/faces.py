"""`serve` and `gui`: what a command line opens, which is all that most calls load."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from gim_manager.cli.opening import Opened, OpenServer, OpenWindow
from gim_manager.cli.session import Session
from gim_manager.domain.errors import GimError
from gim_manager.host.logs import LogFormat


def serve(
    call: typer.Context,
    log_format: Annotated[
        LogFormat, typer.Option(help="How standard error is written; the profile's log file is always JSON.")
    ] = LogFormat.TEXT,
    health: Annotated[
        str | None,
        typer.Option(
            metavar="[HOST:]PORT", help="Answer by HTTP how it fares: /live, /ready, /status, /metrics. Only to this "
            "computer unless a HOST is named.",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Run the server until SIGTERM or Ctrl-C.

    It schedules and works the jobs; further ones on the same Info Mart stand by.
    """
    session: Session = call.obj
    level = logging.DEBUG if session.verbose else logging.WARNING if session.quiet else logging.INFO
    raise Opened(
        OpenServer(url=session.url, profile=session.profile, log_format=log_format, log_level=level, health=health)
    )


def gui(
    call: typer.Context,
    screenshot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Save a picture of the idle window and exit.")
    ] = None,
) -> None:
    """Open the window."""
    open_window(call.obj, screenshot)


def open_window(session: Session, screenshot: Path | None = None) -> NoReturn:
    """Asks for the window; a picture can be taken without a display. Raises GimError where a window cannot be shown."""
    if screenshot is not None and not has_display():
        os.environ.setdefault(_QT_PLATFORM, "offscreen")
    if not has_display() and not os.environ.get(_QT_PLATFORM):
        raise GimError(
            "There is no display on which a window could open. All that it does, commands do: gim-manager --help"
        )
    raise Opened(OpenWindow(url=session.named_url, profile=session.profile, screenshot=screenshot))


_QT_PLATFORM = "QT_QPA_PLATFORM"
"""Who sets this knows of a place to paint on that is no display."""


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

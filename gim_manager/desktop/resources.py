"""How the window reads its data files, each once."""

from __future__ import annotations

from functools import cache

from gim_manager.host.paths import resources


@cache
def icon(name: str) -> str:
    """The SVG text of an icon; it draws in `currentColor`."""
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def style(name: str) -> str:
    """A style sheet with the places of its tokens."""
    return (resources() / "styles" / f"{name}.qss").read_text(encoding="utf-8")

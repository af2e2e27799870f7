"""docs/options.md, the reference page of all options, from their one declaration; run it after a change of one."""

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from gim_manager.domain.option import Option  # noqa: E402
from gim_manager.domain.options import OPTIONS  # noqa: E402

PAGE = CHECKOUT / "docs" / "options.md"
HEAD = """\
# Options

Every option of an Info Mart, with what it takes and when a change counts. This page is written from
`gim_manager/domain/option_list.py` by `python3 packaging/option_page.py`; a test compares the two.

They are read and changed on the Options page of the window, or by `gim-manager options`, one by one or as an INI
file; both tell who changed what, and put an option back to what it was. A running server sees a change within
a second; *takes effect* says when it acts on it. An import takes a file whole or not at all; an option that stands
nowhere below is kept and reported, and nothing reads it.
"""
NOTES = {
    "date-time": "Also the options of every section whose name begins with `date-time-`: a calendar of its own.",
}


def page(options: Iterable[Option]) -> str:
    """The whole text."""
    sections = groupby(options, key=lambda option: option.section)
    return "\n".join([HEAD, *(_section(name, list(members)) for name, members in sections)])


def _section(name: str, members: list[Option]) -> str:
    note = [NOTES[name], ""] if name in NOTES else []
    head = [f"## [{name}]", "", *note, "| option | default | takes | takes effect | meaning |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(option) for option in members), ""])


def _row(option: Option) -> str:
    default = f"`{option.default}`" if option.default else "nothing"
    return f"| {option.name} | {default} | {option.valid} | {option.effect} | {option.meaning} |"


if __name__ == "__main__":
    PAGE.write_text(page(OPTIONS), encoding="utf-8")

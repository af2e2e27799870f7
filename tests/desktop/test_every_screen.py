"""Every screen that is photographed is read: no text untranslated or cut, everything named and within reach of Tab."""

import json
import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.language.window_reader import OPEN, SHUT

CHECKOUT = Path(__file__).resolve().parents[2]
MONITOR = {"name": "monitor", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
Screen = dict[str, list[str]]
DATA = re.compile(
    r"<[^>]*>|&nbsp;|GIM Manager|English|Deutsch|Q[1-4]|\S*[-_/.@:\d]\S*|[A-Z_]{2,}\S*|true|false|Online|Offline|"
    r"prefer|require|allow|disable|agg|alarms|log|manager|schedule|timezone|demo|reader|testing|wrong range|"
    r"Reporting of the whole of Southern Europe, second data centre"
)
"""What no language has a word for: names of the product, of persons and places, values, what persons wrote."""
WORD = re.compile(r"[A-Za-z]{3,}")


@cache
def _read(spoken: str, percent: int = 100) -> dict[str, Screen]:
    """By screen what a process of its own saw there, on a monitor of 3840 × 2160."""
    with tempfile.TemporaryDirectory(prefix="gim-monitor-") as scratch:
        monitor = Path(scratch, "monitor.json")
        monitor.write_text(json.dumps({"screens": [MONITOR]}), encoding="utf-8")
        return _seen(spoken, percent, monitor)


def _seen(spoken: str, percent: int, monitor: Path) -> dict[str, Screen]:
    asked = {
        "PYTHONPATH": os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "packaging"))), "GIM_MANAGER_LANGUAGE": spoken,
        "GIM_MANAGER_SCHEME": "light", "QT_QPA_PLATFORM": f"offscreen:configfile={monitor}",
        "QT_SCALE_FACTOR": f"{percent / 100:g}",
    }  # fmt: skip
    told = f"from tests.language.window_reader import main; main({spoken!r})"
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, env=os.environ | asked, check=True, capture_output=True, text=True, cwd=CHECKOUT)
    found: dict[str, Screen] = json.loads(done.stdout)
    return found


def _bare(text: str) -> str:
    """What is left without everything that was translated; a translation that was cut off counts to its end."""
    before = None
    while before != text:
        before, text = text, re.sub(f"{OPEN}[^{OPEN}{SHUT}]*{SHUT}", "", text)
    return text.rpartition(SHUT)[2].partition(OPEN)[0]


@pytest.mark.parametrize(
    ("text", "bare"), [("⟦a ⟦b⟧ c⟧ d", " d"), ("x ⟦a", "x "), ("⟦a⟧ 3 ⟦b⟧", " 3 "), ("a⟧ 3", " 3"), ("plain", "plain")]
)
def test_what_is_in_brackets_is_translated(text: str, bare: str) -> None:
    assert _bare(text) == bare


def test_no_text_reaches_a_screen_untranslated() -> None:
    wrong = {
        f"{name}: {text}"
        for name, screen in _read("pseudo").items()
        for text in screen["texts"]
        if WORD.search(DATA.sub("", _bare(text)))
    }
    assert sorted(wrong) == []


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("found", ["clipped", "nameless", "unreachable"])
def test_on_no_screen_anything_is(found: str, spoken: str) -> None:
    wrong = {one for screen in _read(spoken).values() for one in screen[found]}
    assert sorted(wrong) == []


@pytest.mark.parametrize("percent", [125, 300])
def test_nothing_is_cut_on_a_larger_scale(percent: int) -> None:
    wrong = {one for screen in _read("de", percent).values() for one in screen["clipped"]}
    assert sorted(wrong) == []

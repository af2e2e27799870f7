"""Every screen that is photographed is read: no text untranslated or cut, everything named and within reach of Tab."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.language.window_reader import OPEN, SHUT

CHECKOUT = Path(__file__).resolve().parents[2]
Monitor = dict[str, str | int]
LARGE: Monitor = {"name": "large", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
SMALL = LARGE | {"name": "small", "width": 2048, "height": 1536}
"""At 300 % as wide as 1024 × 768 at 150 %."""
Screen = dict[str, list[str]]
DATA = re.compile(
    r"<[^>]*>|&nbsp;|GIM Manager|English|Deutsch|Python|Linux|Q[1-4]|\S*[-_/.@:\d]\S*|[A-Z_]{2,}\S*|true|false|"
    r"Online|Offline|prefer|require|allow|disable|agg|alarms|log|manager|schedule|timezone|demo|reader|testing|"
    r"wrong range|Reporting of the whole of Southern Europe, second data centre"
)
"""What no language has a word for: names of the product, of persons and places, values, what persons wrote."""
WORD = re.compile(r"[A-Za-z]{3,}")


def _read(
    spoken: str, percent: int, monitor: Monitor, wanted: tuple[str, ...], scheme: str = "light"
) -> dict[str, Screen]:
    """By screen what a process of its own found there."""
    with tempfile.TemporaryDirectory(prefix="gim-monitor-") as scratch:
        file = Path(scratch, "monitor.json")
        file.write_text(json.dumps({"screens": [monitor]}), encoding="utf-8")
        asked = {
            "PYTHONPATH": os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "packaging"))), "GIM_MANAGER_SCHEME": scheme,
            "GIM_MANAGER_LANGUAGE": spoken, "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "QT_SCALE_FACTOR": f"{percent / 100:g}",
        }  # fmt: skip
        told = f"from tests.language.window_reader import main; main({spoken!r}, {wanted!r})"
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


def test_every_text_is_translated_and_everything_has_a_name_and_is_within_reach_of_tab() -> None:
    screens = _read("pseudo", 100, LARGE, ("texts", "nameless", "unreachable", "clipped", "faint"))
    untranslated = {
        f"{name}: {text}"
        for name, screen in screens.items()
        for text in screen["texts"]
        if WORD.search(DATA.sub("", _bare(text)))
    }
    assert sorted(untranslated) == []
    assert _all(screens, "nameless", "unreachable", "clipped", "faint") == []


@pytest.mark.parametrize(("percent", "monitor"), [(125, LARGE), (300, SMALL)])
def test_nothing_is_cut_or_faint_and_no_dialog_is_larger_than_the_screen(percent: int, monitor: Monitor) -> None:
    """In German, whose words are longer, and dark: where pixels are rounded, and on 1024 × 768 at 150 %."""
    wanted = ("clipped", "faint", "too large")
    assert _all(_read("de", percent, monitor, wanted, "dark"), *wanted) == []


def _all(screens: dict[str, Screen], *kinds: str) -> list[str]:
    return sorted({f"{kind}: {one}" for screen in screens.values() for kind in kinds for one in screen[kind]})

"""Photographs of the window: over a demo of its own, and every screen over values that show every state at once, in
both languages and schemes and at 100 and 200 %."""

import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "de")
PERCENT = (100, 200)
MONITOR = {"name": "monitor", "x": 0, "y": 0, "width": 3840, "height": 2400, "logicalDpi": 96, "dpr": 1}


def main(words: list[str]) -> int:
    """Write the pictures into the folder named, or into shots/: en-100, en-200, de-100, de-200, and the demo."""
    folder = Path(words[0] if words else CHECKOUT / "shots").resolve()
    for language, percent, scheme in product(LANGUAGES, PERCENT, SCHEMES):
        into = folder / f"{language}-{percent}"
        into.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, str(CHECKOUT / "packaging" / "screens.py"), str(into), scheme]
        print(_run(command, scheme, language, percent), end="")
    _photograph_demo(folder)
    return 0


def _photograph_demo(folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="gim-shots-") as scratch:
        program = [sys.executable, "-m", "gim_manager", "--profile", str(Path(scratch, "profile"))]
        made = _run([*program, "--json", "demo", "--headless", "--dir", str(Path(scratch, "demo"))])
        database = json.loads(made)["db"]
        for language, scheme in product(LANGUAGES, SCHEMES):
            picture = folder / f"demo-{language}-{scheme}.png"
            _run([*program, "--db", database, "gui", "--screenshot", str(picture)], scheme, language)
            print(picture)


def _run(command: list[str], scheme: str = "light", language: str = "en", percent: int = 100) -> str:
    """The variables overrule what the desktop prefers, so that a picture does not depend on the machine."""
    asked = {
        "GIM_MANAGER_SCHEME": scheme, "GIM_MANAGER_LANGUAGE": language, "QT_SCALE_FACTOR": f"{percent / 100:g}",
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="gim-monitor-") as scratch:
        return _asked(command, asked, Path(scratch, "monitor.json"))


def _asked(command: list[str], asked: dict[str, str], monitor: Path) -> str:
    """Before a monitor large enough for the window at 200 %: on the usual one of 800 × 800 dialogs are made smaller."""
    monitor.write_text(json.dumps({"screens": [MONITOR]}), encoding="utf-8")
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    if platform == "offscreen":
        asked |= {"QT_QPA_PLATFORM": f"offscreen:configfile={monitor}"}
    environment = os.environ | asked
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

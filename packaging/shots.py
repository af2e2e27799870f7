"""Photographs of the window: over a demo of its own, and every screen over values that show every state at once."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SCHEMES = ("light", "dark")


def main(words: list[str]) -> int:
    """Write the pictures into the folder named, or into shots/."""
    folder = Path(words[0] if words else CHECKOUT / "shots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        _run([sys.executable, str(CHECKOUT / "packaging" / "screens.py"), str(folder), scheme], scheme)
    _photograph_demo(folder)
    return 0


def _photograph_demo(folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="gim-shots-") as scratch:
        program = [sys.executable, "-m", "gim_manager", "--profile", str(Path(scratch, "profile"))]
        made = _run([*program, "--json", "demo", "--headless", "--dir", str(Path(scratch, "demo"))])
        database = json.loads(made)["db"]
        for scheme in SCHEMES:
            picture = folder / f"demo-{scheme}.png"
            _run([*program, "--db", database, "gui", "--screenshot", str(picture)], scheme)
            print(picture)


def _run(command: list[str], scheme: str = "light") -> str:
    """GIM_MANAGER_SCHEME overrules what the desktop prefers, so that a picture does not depend on the machine."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"GIM_MANAGER_SCHEME": scheme}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

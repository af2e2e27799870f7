"""Photographs of the window over a demo of its own, in light and in dark, by the program's own `gui --screenshot`."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SCHEMES = ("light", "dark")


def main(words: list[str]) -> int:
    """Write a picture per colour scheme into the folder named, or into shots/."""
    folder = Path(words[0] if words else CHECKOUT / "shots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gim-shots-") as scratch:
        profile = Path(scratch, "profile")
        made = _program(profile, "--json", "demo", "--headless", "--dir", str(Path(scratch, "demo")))
        database = json.loads(made)["db"]
        for scheme in SCHEMES:
            picture = folder / f"jobs-{scheme}.png"
            _program(profile, "--db", database, "gui", "--screenshot", str(picture), scheme=scheme)
            print(picture)
    return 0


def _program(profile: Path, *words: str, scheme: str = "light") -> str:
    """GIM_MANAGER_SCHEME overrules what the desktop prefers, so that a picture does not depend on the machine."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"GIM_MANAGER_SCHEME": scheme}
    command = [sys.executable, "-m", "gim_manager", "--profile", str(profile), *words]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

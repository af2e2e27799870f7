"""The translation of the window: lupdate finds its texts, lrelease packs what is translated (docs/decisions/0024)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sentences import sentences

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "gim_manager"
SOURCE = CHECKOUT / "resources" / "translations" / "gim_manager_de.ts"
SPEAKING = ("desktop", "presenters")
"""The floors whose own calls lupdate finds."""
CONTEXT = "sentences"


def main(words: list[str]) -> int:
    """Bring the .ts up to date with the sources and make the .qm of it; says what is not translated yet."""
    update(SOURCE)
    print(release(SOURCE, SOURCE.with_suffix(".qm")))
    return 0


def update(source: Path) -> None:
    """Every text of the sources into this .ts, without those that are no more."""
    with tempfile.TemporaryDirectory(prefix="gim-texts-") as scratch:
        found = Path(scratch, "sentences.py")
        lines = (f"QCoreApplication.translate({CONTEXT!r}, {text!r})" for text in sentences(PACKAGE))
        found.write_text("\n".join(lines), encoding="utf-8")
        files = [str(file) for floor in SPEAKING for file in sorted((PACKAGE / floor).rglob("*.py"))]
        _run(
            "lupdate", "-tr-function-alias", "tr+=later", "-locations", "none", "-no-obsolete", "-source-language",
            "en", "-target-language", "de_DE", *files, str(found), "-ts", str(source),
        )  # fmt: skip


def release(source: Path, into: Path) -> str:
    """The .qm of a .ts; what lrelease says of it."""
    return _run("lrelease", str(source), "-qm", str(into))


def _run(tool: str, *words: str) -> str:
    """The tools of the Qt that PySide brings."""
    name = f"pyside6-{tool}"
    program = shutil.which(name, path=str(Path(sys.executable).parent)) or name
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The verbs of whoever works on the program: `python3 packaging/dev.py VERB`, with nothing but Python 3.11 at hand."""

import os
import shutil
import signal
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it may have an older one
    sys.exit(f"GIM Manager needs Python 3.11 or later; this is {sys.version.split()[0]} ({sys.executable}).")

from pathlib import Path
from types import FrameType

import environment
import system_needs
from environment import CHECKOUT, PYTHON, program

BENCH = CHECKOUT / "packaging" / "bench"
SHOTS = CHECKOUT / "packaging" / "shots.py"
TRANSLATIONS = CHECKOUT / "packaging" / "translations.py"


def demo(words: list[str]) -> int:
    """Fill a sample Info Mart and open the window on it, or print it where there is no display."""
    environment.prepare()
    if _has_display() and "--headless" not in words:
        try:
            system_needs.provide(system_needs.FOR_A_WINDOW)
        except system_needs.NeedsMissing as absent:
            print(f"{absent}\nUntil then the demo runs without its window.", file=sys.stderr)
            words = [*words, "--headless"]
    return _run([str(PYTHON), "-m", "gim_manager", "demo", *words])


def test(words: list[str]) -> int:
    """Run the tests, with the real databases and the real window; further words go to pytest."""
    environment.prepare("dev")
    system_needs.provide(system_needs.FOR_TESTS)
    # More than the two processors that CI has: the longest tests wait for processes and databases, not for a processor.
    pytest = [str(PYTHON), "-m", "pytest", "-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", *words]
    return _run(pytest, **_scratch_in_memory())


MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
ENOUGH = 8 * 1024**3


def _scratch_in_memory() -> dict[str, str]:
    """Where there is room for it, what tests write and throw away never reaches a disk: to copy and drop a database for
    each of them took most of their time."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ENOUGH:
        return {}
    # Containers forbid to run programs from there, and some tests write one.
    return {} if os.statvfs(MEMORY).f_flag & os.ST_NOEXEC else {"TMPDIR": str(MEMORY)}


def lint(words: list[str]) -> int:
    """Check style and form with ruff."""
    environment.prepare("dev")
    found = _run([program("ruff"), "check", *words, "."])
    return _run([program("ruff"), "format", "--check", "."]) or found


def types(words: list[str]) -> int:
    """Check the types with mypy."""
    environment.prepare("dev")
    return _run([str(PYTHON), "-m", "mypy", *words])


def floors(words: list[str]) -> int:
    """Check who imports whom against the floor plan in setup.cfg."""
    environment.prepare("dev")
    return _run([program("lint-imports"), "--no-cache", *words])


def bench(words: list[str]) -> int:
    """Measure, as ratios within one run; writes bench-DATE.json."""
    environment.prepare("dev", *(["bench"] if not words or "scheduler" in words else []))
    system_needs.provide(system_needs.FOR_TESTS)
    return _run([str(PYTHON), str(BENCH), *words])


def build(words: list[str]) -> int:
    """Build the wheel into dist/, or into the folder named."""
    environment.prepare()
    environment.build_wheel(Path(words[0]) if words else CHECKOUT / "dist")
    return 0


def shots(words: list[str]) -> int:
    """Photograph the screens, in both schemes and languages, at 100 and 200 %, into shots/."""
    environment.prepare("dev")
    system_needs.provide(system_needs.FOR_A_WINDOW)
    return _run([str(PYTHON), str(SHOTS), *words])


def translations(words: list[str]) -> int:
    """Bring the German texts up to date with the sources: resources/translations."""
    environment.prepare("dev")
    return _run([str(PYTHON), str(TRANSLATIONS), *words])


VERBS = {verb.__name__: verb for verb in (demo, test, lint, types, floors, bench, build, shots, translations)}


def main(words: list[str]) -> int:
    """Exit code of the verb; 2 for a word that is none."""
    if not words or words[0] in ("-h", "--help"):
        print(_help())
        return 0 if words else 2
    verb = VERBS.get(words[0])
    if verb is None:
        print(f"There is no verb {words[0]!r}.\n{_help()}", file=sys.stderr)
        return 2
    try:
        return verb(words[1:])
    except (system_needs.NeedsMissing, environment.EnvironmentBroken) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _help() -> str:
    lines = (f"  {name:<12} {verb.__doc__}" for name, verb in VERBS.items())
    return "\n".join(["usage: python3 packaging/dev.py VERB [further words]", "", *lines])


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(command: list[str], **more: str) -> int:
    """The program gets Ctrl-C and SIGTERM and ends in its own way; we wait for it and pass its exit code on."""
    # Bytecode is kept even where the machine says not to: the tests start hundreds of processes, and each would compile
    # the whole program anew.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more
    process = subprocess.Popen(command, cwd=CHECKOUT, env=kept)

    def pass_on(number: int, _frame: FrameType | None) -> None:
        # Ctrl-C reaches the whole group by itself.
        if number == signal.SIGTERM:
            process.terminate()

    former = {number: signal.signal(number, pass_on) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        code = process.wait()
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
    return 128 - code if code < 0 else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

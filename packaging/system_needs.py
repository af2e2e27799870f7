"""What the operating system must bring along (libraries, PostgreSQL, an X server, a font), and how it is installed."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A Debian package, and how to see on any Linux whether what it brings is there."""

    package: str
    is_met: Callable[[], bool]


class NeedsMissing(Exception):
    """Something is missing that we may not install ourselves; the message says what to do."""


def _library(package: str, soname: str) -> Need:
    def loads() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return Need(package=package, is_met=loads)


def _program(name: str) -> Need:
    return Need(package=name.lower(), is_met=lambda: shutil.which(name) is not None)


def _has_postgres() -> bool:
    known = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return bool(known) or shutil.which("initdb") is not None or shutil.which("pg_config") is not None


def _has_pgbouncer() -> bool:
    """Debian keeps it where only root looks."""
    return shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin") is not None


def _has_font() -> bool:
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    return any(next(folder.rglob("*.[to]tf"), None) is not None for folder in folders)


QT = (
    _library("libglib2.0-0", "libglib-2.0.so.0"),
    _library("libgl1", "libGL.so.1"),
    _library("libegl1", "libEGL.so.1"),
    _library("libfontconfig1", "libfontconfig.so.1"),
    _library("libxkbcommon0", "libxkbcommon.so.0"),
    _library("libdbus-1-3", "libdbus-1.so.3"),
    Need(package="fonts-dejavu-core", is_met=_has_font),
)
QT_ON_X = (
    _library("libxcb-cursor0", "libxcb-cursor.so.0"),
    _library("libxcb-icccm4", "libxcb-icccm.so.4"),
    _library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    _library("libxcb-image0", "libxcb-image.so.0"),
    _library("libxcb-render-util0", "libxcb-render-util.so.0"),
    _library("libxcb-randr0", "libxcb-randr.so.0"),
    _library("libxcb-shape0", "libxcb-shape.so.0"),
    _library("libxcb-xkb1", "libxcb-xkb.so.1"),
    _library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    _library("libx11-xcb1", "libX11-xcb.so.1"),
)
X_SERVER = (_program("Xvfb"), _program("xdotool"), _program("trayer"))
POSTGRES = (Need(package="postgresql", is_met=_has_postgres),)
POOLER = (Need(package="pgbouncer", is_met=_has_pgbouncer),)
ZONES = (Need(package="tzdata", is_met=lambda: Path("/usr/share/zoneinfo/Europe/Berlin").exists()),)
VENV = (
    Need(
        package=f"python{sys.version_info.major}.{sys.version_info.minor}-venv",
        is_met=lambda: find_spec("venv") is not None and find_spec("ensurepip") is not None,
    ),
)

FOR_A_WINDOW = (*QT, *QT_ON_X)
FOR_TESTS = (*QT, *QT_ON_X, *X_SERVER, *POSTGRES, *POOLER, *ZONES)


def missing(needs: Iterable[Need]) -> list[str]:
    """The packages, by their Debian names, that bring what is not there yet."""
    return [need.package for need in needs if not need.is_met()]


def provide(needs: Iterable[Need]) -> None:
    """See that all needs are met: on Debian and Ubuntu as root by installing them, else raises NeedsMissing."""
    wanted = tuple(needs) if sys.platform.startswith("linux") else _beyond_linux(needs)
    absent = missing(wanted)
    if not absent:
        return
    if not _may_install():
        raise NeedsMissing(how_to_install(absent))
    _install(absent)
    if still := missing(wanted):
        raise NeedsMissing(f"apt-get installed {' '.join(still)}, yet what it should bring is not found.")


def how_to_install(packages: list[str]) -> str:
    """What a person must type, or look for, on this system."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"Missing on this system. Install it with:\n  sudo apt-get install {names}"
    if sys.platform == "darwin":
        return f"Missing on this system: {names}. With Homebrew: brew install postgresql@16, its bin folder on PATH."
    if sys.platform == "win32":
        return f"Missing on this system: {names}. Install PostgreSQL 14 or later and put its bin folder on PATH."
    return f"Missing on this system. Install what Debian calls:\n  {names}"


def _beyond_linux(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Windows and macOS bring windows and fonts along; only the database and Python's own parts are asked for."""
    return tuple(need for need in needs if need in (*POSTGRES, *VENV))


def _may_install() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    print(f"Installing {' '.join(packages)} …", file=sys.stderr, flush=True)
    _apt("update", "-qq")
    _apt("install", "-y", "-qq", "--no-install-recommends", *packages)


def _apt(*arguments: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=120", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NeedsMissing(f"`{' '.join(command)}` failed:\n{done.stdout}{done.stderr}".rstrip())


if __name__ == "__main__":
    try:
        provide(FOR_TESTS)
    except NeedsMissing as problem:
        sys.exit(str(problem))

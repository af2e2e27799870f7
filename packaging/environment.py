"""The project's own Python environment in .venv: made when it is missing, completed when pyproject.toml changed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_needs

CHECKOUT = Path(__file__).resolve().parent.parent
HOME = CHECKOUT / ".venv"
STAMP = HOME / "gim-manager.json"
BINARIES = HOME / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = BINARIES / f"python{SUFFIX}"
DECLARED_IN = ("pyproject.toml", "setup.py")


class EnvironmentBroken(Exception):
    """The environment could not be made; the message says what to do."""


def program(name: str) -> str:
    """A program of the environment, such as ruff."""
    return str(BINARIES / f"{name}{SUFFIX}")


def prepare(*extras: str) -> None:
    """Make or complete .venv, with these extras of pyproject.toml: `dev` for tests and checks, `bench` for what some
    benchmarks measure against. Does nothing when all is there and pyproject.toml is as it was."""
    if not _runs():
        _create()
    fingerprint = _fingerprint()
    known = _read_stamp()
    there = _extras(known)
    if known.get("fingerprint") == fingerprint and there >= set(extras):
        return
    wanted = sorted(there | set(extras))
    _pip("install", "--editable", f"{CHECKOUT}[{','.join(wanted)}]" if wanted else str(CHECKOUT))
    STAMP.write_text(json.dumps({"fingerprint": fingerprint, "extras": wanted}), encoding="utf-8")


def _extras(stamp: dict[str, object]) -> set[str]:
    there = stamp.get("extras")
    return set(map(str, there)) if isinstance(there, list) else set()


def build_wheel(into: Path) -> None:
    """The wheel of this checkout, in the folder `into`."""
    # setuptools would put into the wheel what an earlier build left here, even files deleted since.
    shutil.rmtree(CHECKOUT / "build", ignore_errors=True)
    _pip("wheel", "--no-deps", "--wheel-dir", str(into), str(CHECKOUT))


def _runs() -> bool:
    """A .venv may be half made, or its Python may have left the machine."""
    if not PYTHON.exists():
        return False
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", question], capture_output=True, check=False).returncode == 0


def _create() -> None:
    system_needs.provide(system_needs.VENV)
    print(f"Making the environment {HOME} …", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=False)
    if done.returncode:
        raise EnvironmentBroken(f"`{sys.executable} -m venv {HOME}` failed; its message stands above.")


def _fingerprint() -> str:
    """Changes with the declared dependencies, the Python version and the place of the checkout."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {CHECKOUT}".encode())
    for name in DECLARED_IN:
        digest.update((CHECKOUT / name).read_bytes())
    return digest.hexdigest()


def _read_stamp() -> dict[str, object]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _pip(*arguments: str) -> None:
    if subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        subprocess.run([PYTHON, "-m", "ensurepip"], capture_output=True, check=False)
    print("Fetching what the project needs …", file=sys.stderr, flush=True)
    command = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise EnvironmentBroken("pip could not install what the project needs; its message stands above.")

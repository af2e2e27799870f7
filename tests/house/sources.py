"""Which files the house rules look at."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "gim_manager"
WRITTEN_BY_TOOLS = {".git", ".venv", "__pycache__", "build", "dist", "shots", "node_modules"}


def files(folder: Path = CHECKOUT) -> Iterator[Path]:
    """Every file that people wrote below `folder`: tools' caches and what .gitignore leaves out are passed over."""
    for path in sorted(folder.iterdir()):
        written_by_tools = path.name in WRITTEN_BY_TOOLS or path.name.endswith(("_cache", ".egg-info"))
        if written_by_tools or path.name == ".hypothesis":
            continue
        if path.is_dir():
            yield from files(path)
        elif not path.name.startswith("bench-") and path.name != ".coverage":
            yield path


def python_files(*folders: str) -> list[Path]:
    """The Python files of these top-level folders."""
    return [path for folder in folders for path in files(CHECKOUT / folder) if path.suffix == ".py"]


def name_of(path: Path) -> str:
    """The path as written in lists and messages: from the checkout, with slashes."""
    return path.relative_to(CHECKOUT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))

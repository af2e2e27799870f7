"""Each module has its test file, gim_manager/X/y.py in tests/X/test_y.py; the exceptions may only get fewer."""

from pathlib import Path

from tests.house.sources import CHECKOUT, PACKAGE, name_of, python_files

EXCEPTIONS = CHECKOUT / "tests" / "house" / "without_mirror.txt"


def _mirror(module: Path) -> Path:
    inside = module.relative_to(PACKAGE)
    return CHECKOUT / "tests" / inside.with_name(f"test_{module.stem.strip('_')}.py")


def _modules() -> dict[str, Path]:
    """A migration is tested by migrating, in tests/store."""
    modules = (path for path in python_files("gim_manager") if path.name != "__init__.py")
    return {name_of(path): path for path in modules if "migrations" not in path.parts}


def _excepted() -> set[str]:
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_each_module_has_a_test_file() -> None:
    alone = {name for name, path in _modules().items() if not _mirror(path).exists()}
    assert not sorted(alone - _excepted())


def test_an_exception_goes_when_it_is_no_longer_one() -> None:
    modules = _modules()
    stale = {name for name in _excepted() if name not in modules or _mirror(modules[name]).exists()}
    assert not sorted(stale)

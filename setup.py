"""How resources/ joins the wheel, as gim_manager/_resources (docs/decisions/0004); all else is in pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

RESOURCES = Path("resources")


class BuildWithResources(build_py):
    """Puts resources/ inside the package; an editable install reads it from the checkout instead."""

    def run(self) -> None:
        """Build the package, then copy the resources into it."""
        super().run()
        if not self.editable_mode:
            self.copy_tree(str(RESOURCES), str(Path(self.build_lib, "gim_manager", "_resources")))


setup(cmdclass={"build_py": BuildWithResources})

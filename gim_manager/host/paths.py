"""Where the files of this program lie: what it writes for this user, and the resources that it came with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import gim_manager
from gim_manager.domain.errors import NotPermitted

_APPLICATION = "gim-manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The folder of everything that the program writes for this user (`--profile DIR`)."""

    folder: Path

    @property
    def settings_file(self) -> Path:
        """Window geometry, saved connections, the last one used."""
        return self.folder / "settings.json"

    @property
    def log_file(self) -> Path:
        """The newest log; older ones lie beside it with a number."""
        return self.folder / "log" / "gim-manager.log"


def profile(folder: str | Path | None = None) -> Profile:
    """The profile in this folder, or in the one that the operating system has for this user; made if it is not there.

    Raises NotPermitted when the folder cannot be made.
    """
    import platformdirs

    wanted = Path(folder) if folder else Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False, roaming=False))
    own = Profile(folder=wanted.expanduser().absolute())
    try:
        own.log_file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotPermitted(
            f"The profile folder {own.folder} cannot be made: {error.strerror}. Choose another: --profile DIR"
        ) from error
    return own


def resources() -> Path:
    """The folder of icons, styles, translations and sample options: inside the package in a wheel and a frozen program,
    beside it in a checkout (docs/decisions/0004)."""
    package = Path(gim_manager.__file__).parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"

"""Where passwords are kept: the operating system's keyring for a person, the environment or a file for a server."""

from __future__ import annotations

import os
import re
from pathlib import Path

from gim_manager.domain.errors import BadValue, NoKeyring

_SERVICE = "gim-manager"


def keep_password(connection: str, password: str) -> None:
    """Puts the password of a saved connection into the keyring; raises NoKeyring where there is none to use."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, connection, password)
    except KeyringError as error:
        raise NoKeyring("does not keep the password", _why(error)) from error


def kept_password(connection: str) -> str | None:
    """The password of a saved connection, None if none is kept; raises NoKeyring where the keyring is locked."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        return keyring.get_password(_SERVICE, connection)
    except NoKeyringError:
        return None
    except KeyringError as error:
        raise NoKeyring("does not open", _why(error)) from error


def forget_password(connection: str) -> None:
    """Takes the password of a saved connection out of the keyring; nothing happens if none is kept."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_SERVICE, connection)
    except KeyringError:
        return


def source_variable(name: str) -> str:
    """The environment variable with the password of a data source: GIM_MANAGER_SOURCE_<NAME>_PASSWORD."""
    return f"GIM_MANAGER_SOURCE_{re.sub(r'[^A-Z0-9]', '_', name.upper())}_PASSWORD"


def source_password(name: str, file: str | None) -> str | None:
    """The password of a data source from the environment, else the first line of its file, read each time it is needed.

    Raises BadValue if the file cannot be read, or if others than its owner may read or write it.
    """
    if (given := os.environ.get(source_variable(name))) is not None:
        return given
    if not file:
        return None
    lines = _lines(file, f"The password file {file} of the data source {name}", closed_to="go")
    return lines[0] if lines else ""


def alarm_variable(channel: str) -> str:
    """The environment variable with the secret of a channel: GIM_MANAGER_ALARM_<CHANNEL>_SECRET."""
    return f"GIM_MANAGER_ALARM_{channel.upper().replace('-', '_')}_SECRET"


def alarm_secret(channel: str, file: str | None) -> tuple[str, ...]:
    """The lines of a channel's secret, from the environment, else from its file; none where there is neither.

    Raises BadValue if the file cannot be read, or others than its owner and group may read or write it.
    """
    if (given := os.environ.get(alarm_variable(channel))) is not None:
        return tuple(given.splitlines())
    if not file:
        return ()
    return _lines(file, f"The secret file {file} of the channel {channel}", closed_to="o")


_OTHERS = {"o": (0o007, "everybody"), "go": (0o077, "others than its owner")}
"""Who may not touch a file: the bits of its mode, and in words."""
_LONGEST = 65536


def _lines(file: str, what: str, *, closed_to: str) -> tuple[str, ...]:
    try:
        with Path(file).open(encoding="utf-8") as secret:
            mode = os.fstat(secret.fileno()).st_mode
            lines = secret.read(_LONGEST).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadValue(f"{what} cannot be read: {_why(error)}.") from error
    bits, them = _OTHERS[closed_to]
    if os.name == "posix" and mode & bits:
        raise BadValue(f"{what} is open to {them}: chmod {closed_to}= {file}")
    return tuple(lines)


def _why(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(reason).splitlines()[0].rstrip(".")

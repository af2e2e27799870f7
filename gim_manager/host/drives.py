"""Disks: which lie on another computer, where SQLite's locks and its write-ahead log do not work, and how much room
there is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gim_manager.domain.health import Volume

_REMOTE = frozenset(
    {"nfs", "nfs3", "nfs4", "cifs", "smbfs", "smb2", "smb3", "ncpfs", "afs", "9p", "fuse.sshfs", "davfs", "fuse.davfs2",
     "glusterfs", "fuse.glusterfs", "ceph", "lustre", "beegfs"}
)  # fmt: skip
_MOUNTS = Path("/proc/mounts")
_DRIVE_REMOTE = 4


def is_on_network(path: Path, *, mounts: Path = _MOUNTS) -> bool:
    """Whether the file lies on a network drive as far as this system tells; False where it cannot be known (macOS)."""
    whole = str(path)
    if whole.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor)) == _DRIVE_REMOTE
    return _file_system(path, mounts) in _REMOTE


def volumes(held: Mapping[str, Path]) -> tuple[Volume, ...]:
    """The disks that hold these things, by what a person calls each, every disk once; one that cannot be asked is left
    out."""
    found: dict[int, Volume] = {}
    for holds, path in held.items():
        folder = _existing(path)
        try:
            device, free = folder.stat().st_dev, shutil.disk_usage(folder).free
        except OSError:
            continue
        if known := found.get(device):
            found[device] = replace(known, holds=f"{known.holds}, {holds}")
        else:
            found[device] = Volume(holds=holds, folder=str(folder), free=free)
    return tuple(found.values())


def _existing(path: Path) -> Path:
    """The deepest folder above that exists: where something would be made."""
    return next((folder for folder in path.absolute().parents if folder.is_dir()), Path(path.anchor))


def _file_system(path: Path, mounts: Path) -> str:
    """The type of the deepest mount that holds the file; of two on one folder the later covers the earlier."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    resolved = path.resolve()
    found, depth = "", -1
    for _device, folder, kind, *_ in (line.split() for line in lines if line.count(" ") >= 2):
        # Blanks in a mount's name are written as octal.
        mounted = Path(folder.replace("\\040", " "))
        if resolved.is_relative_to(mounted) and len(mounted.parts) >= depth:
            found, depth = kind, len(mounted.parts)
    return found

"""A network drive is told from a local one by the deepest mount."""

from pathlib import Path

import pytest

from gim_manager.host.drives import is_on_network


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    folder = tmp_path.resolve()
    (tmp_path / "a share").mkdir()
    escaped = str(folder / "a share").replace(" ", "\\040")
    table.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"server:/home {folder}/nfs nfs4 rw 0 0\n"
        f"/dev/sdb1 {folder}/nfs/local ext4 rw 0 0\n"
        f"//server/share {escaped} cifs rw 0 0\n"
        f"//server/b {folder}/covered cifs rw 0 0\n"
        f"/dev/sdc1 {folder}/covered ext4 rw 0 0\n"
        "broken\n"
    )
    return table


@pytest.mark.parametrize(
    ("file", "remote"),
    [
        ("mart.sqlite", False),
        ("nfs/mart.sqlite", True),
        ("nfs/deep/mart.sqlite", True),
        ("nfs/local/mart.sqlite", False),
        ("a share/mart.sqlite", True),
        ("covered/mart.sqlite", False),
        ("nfsish/mart.sqlite", False),
    ],
)
def test_the_deepest_mount_decides(mounts: Path, tmp_path: Path, file: str, remote: bool) -> None:
    assert is_on_network(tmp_path / file, mounts=mounts) is remote


def test_where_nothing_is_known_a_drive_is_local(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "mart.sqlite", mounts=tmp_path / "no such table")


def test_a_windows_share_is_remote_wherever_it_is_asked() -> None:
    assert is_on_network(Path(r"\\server\share\mart.sqlite"))

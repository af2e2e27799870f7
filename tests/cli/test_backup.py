"""`backup` and `restore`."""

from pathlib import Path

from tests.cli.conftest import CommandLine


def test_a_backup_is_made_and_brought_back(gim: CommandLine, tmp_path: Path) -> None:
    file, place = tmp_path / "kept.sqlite", tmp_path / "restored.sqlite"
    made = gim.json("backup", str(file))
    assert made["files"] == [str(file), str(tmp_path / "kept.manager.sqlite")]
    assert gim("backup", str(file)).code == 2
    said = gim("restore", str(file), "--db", f"sqlite:///{place.as_posix()}")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Restored to {place} and ")
    again = gim("restore", str(file), "--db", f"sqlite:///{place.as_posix()}")
    assert again.code == 2
    assert "--over" in again.err
    assert gim("restore", str(file), "--over", "--db", f"sqlite:///{place.as_posix()}").code == 0

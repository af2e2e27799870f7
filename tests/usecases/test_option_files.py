"""Option files on the disk: read as text, written whole, and every trouble names the file."""

from pathlib import Path

import pytest

from gim_manager.domain.errors import BadValue, StorageFailed
from gim_manager.usecases import options
from gim_manager.usecases.context import Context
from gim_manager.usecases.option_files import export_to, read_text


def test_what_is_exported_is_read_again(context: Context, tmp_path: Path) -> None:
    options.change(context, {("schedule", "etl-frequency"): "15"})
    file = tmp_path / "options.ini"
    export_to(context, file)
    assert "etl-frequency = 15\n" in read_text(file)


def test_a_file_that_cannot_be_read_or_written_is_named(context: Context, tmp_path: Path) -> None:
    (tmp_path / "binary.ini").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadValue, match=r"binary\.ini cannot be read: it is no text"):
        read_text(tmp_path / "binary.ini")
    with pytest.raises(BadValue, match=r"none\.ini cannot be read: No such file"):
        read_text(tmp_path / "none.ini")
    with pytest.raises(StorageFailed, match=r"options\.ini: "):
        export_to(context, tmp_path / "no" / "options.ini")

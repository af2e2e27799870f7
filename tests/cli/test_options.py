"""The options by the command line: read, set, unset, and taken to and from a file whole or not at all."""

from pathlib import Path

from gim_manager.domain.errors import Exit
from gim_manager.store.connect import Database
from tests.cli.conftest import CommandLine
from tests.language.obstacles import contents

KEYS = ["section", "name", "value", "default", "effect", "meaning"]


def value(gim: CommandLine, name: str) -> str:
    return gim("options", "get", "schedule", name).out.removesuffix("\n")


def test_all_options_are_listed_or_those_of_a_section(gim: CommandLine) -> None:
    everything = gim.json("options", "list")["options"]
    assert all(list(option) == KEYS for option in everything)
    assert gim.json("options", "list", "schedule")["options"] == [o for o in everything if o["section"] == "schedule"]
    lines = gim("options", "list", "schedule").out.splitlines()
    assert lines[0].split() == ["Section", "Name", "Value"]
    assert "[schedule]  etl-frequency" in "\n".join(lines)


def test_an_option_is_set_read_and_put_back(gim: CommandLine) -> None:
    assert value(gim, "etl-frequency") == "30"
    assert gim("options", "set", "schedule", "etl-frequency", "15").out == "[schedule] etl-frequency = 15\n"
    read = gim.json("options", "get", "schedule", "etl-frequency")
    assert (list(read), read["value"], read["default"]) == (KEYS, "15", "30")
    assert "default 30" in gim("options", "list", "schedule").out
    assert gim.json("options", "unset", "schedule", "etl-frequency")["value"] == "30"


def test_who_changed_what_is_listed_newest_first(gim: CommandLine) -> None:
    assert gim("options", "history").out == "Nothing was changed yet.\n"
    gim("options", "set", "schedule", "etl-frequency", "15")
    gim("options", "unset", "schedule", "etl-frequency")
    gim("options", "set", "schedule", "timezone", "Europe/Berlin")
    changes = gim.json("options", "history")["changes"]
    assert list(changes[0]) == ["time", "by", "host", "section", "name", "old", "new"]
    told = [(change["name"], change["old"], change["new"]) for change in changes]
    assert told == [("timezone", None, "Europe/Berlin"), ("etl-frequency", "15", None), ("etl-frequency", None, "15")]
    assert all(change["by"] and change["host"] for change in changes)
    assert len(gim.json("options", "history", "schedule", "etl-frequency")["changes"]) == 2
    assert len(gim.json("options", "history", "--limit", "1")["changes"]) == 1
    heading, first, *_ = gim("options", "history", "schedule", "etl-frequency").out.splitlines()
    assert heading.split() == ["Time", "By", "Host", "Section", "Name", "Old", "New"]
    assert first.split()[-4:] == ["[schedule]", "etl-frequency", "15", "default"]


def test_a_value_that_begins_with_a_dash_is_a_value(gim: CommandLine) -> None:
    said = gim("options", "set", "schedule", "etl-frequency", "-1")
    assert said.code == Exit.USAGE
    assert "etl-frequency = '-1' is not valid" in said.err


def test_a_file_takes_all_options_along(gim: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "options.ini"
    gim("options", "set", "schedule", "etl-frequency", "15")
    assert gim("options", "export", str(file)).err == f"Wrote {file}.\n"
    assert "[schedule]" in file.read_text() and "etl-frequency = 15\n" in file.read_text()
    gim("options", "unset", "schedule", "etl-frequency")
    took = gim.json("options", "import", str(file))
    assert took == {"changed": ["[schedule] etl-frequency = 15 (was 30)"], "unknown": [], "errors": []}
    assert gim("options", "import", str(file)).out == "Nothing to change.\n"
    assert gim.json("options", "export", str(file)) == {"file": str(file)}


def test_a_dry_run_says_what_would_change_and_changes_nothing(gim: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "options.ini").write_text("[schedule]\netl-frequency = 15\n")
    said = gim("options", "import", str(tmp_path / "options.ini"), "--dry-run")
    assert said.out == "[schedule] etl-frequency = 15 (was 30)\n"
    assert value(gim, "etl-frequency") == "30"


def test_an_import_is_all_or_nothing(gim: CommandLine, database: Database, tmp_path: Path) -> None:
    (tmp_path / "options.ini").write_text("[schedule]\netl-frequency = 15\netl-start-time = soon\n")
    before = contents(database.secret_url)
    said = gim("options", "import", str(tmp_path / "options.ini"), "--json")
    assert said.code == Exit.USAGE
    assert said.document["changed"] == []
    (error,) = said.document["errors"]
    assert "etl-start-time = 'soon' is not valid" in error
    assert said.err == f"{error}\n"
    assert contents(database.secret_url) == before


def test_an_unknown_option_is_kept_and_reported(gim: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "options.ini"
    file.write_text("[schedule]\nof-tomorrow = 15\n")
    said = gim("options", "import", str(file))
    assert said.code == Exit.DONE
    assert "not known to this program: [schedule] of-tomorrow" in said.err
    gim("options", "export", str(file))
    assert "of-tomorrow = 15\n" in file.read_text()
    assert gim("options", "unset", "schedule", "of-tomorrow").out == "[schedule] of-tomorrow = \n"
    assert gim("options", "unset", "schedule", "of-tomorrow").code == Exit.USAGE


def test_every_error_of_a_file_is_told_with_its_line(gim: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "options.ini").write_bytes(b"\xef\xbb\xbf[schedule]\r\netl-frequency = 1441\r\ntimezone\r\n")
    said = gim("options", "import", str(tmp_path / "options.ini"), "--dry-run")
    assert (said.code, said.out) == (Exit.USAGE, "Nothing was changed.\n")
    first, second = said.err.splitlines()
    assert first.startswith("Line 2: [schedule] etl-frequency = '1441' is not valid: it takes a whole number from 0")
    assert second == "Line 3: 'timezone' is neither [section] nor name = value."


def test_a_file_that_is_none_is_told(gim: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "options.ini").write_text("etl-frequency\n")
    assert gim("options", "import", str(tmp_path / "options.ini")).code == Exit.USAGE
    (tmp_path / "options.ini").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read: it is no text" in gim("options", "import", str(tmp_path / "options.ini")).err
    assert "No such file" in gim("options", "import", str(tmp_path / "none.ini")).err
    assert gim("options", "export", str(tmp_path / "no" / "folder.ini")).code == Exit.FAILED


def test_an_option_is_put_back_to_what_it_was(gim: CommandLine) -> None:
    gim("options", "set", "schedule", "etl-frequency", "15")
    gim("options", "set", "schedule", "etl-frequency", "20")
    assert gim("options", "revert", "schedule", "etl-frequency").out == "[schedule] etl-frequency = 15\n"
    assert gim.json("options", "revert", "schedule", "etl-frequency", "--back", "3")["value"] == "30"
    said = gim("options", "revert", "schedule", "timezone")
    assert said.code == Exit.USAGE
    assert "was changed 0 times" in said.err

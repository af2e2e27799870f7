"""The dry run of an import: all errors at once, or all changes."""

from gim_manager.domain.conditions import Finding, Level
from gim_manager.presenters.option_import import view
from gim_manager.usecases.options import Imported

CHANGE = "[schedule] etl-frequency = 20 (was 30)"


def test_every_error_is_told_and_nothing_can_be_imported() -> None:
    found = view(Imported(errors=("Line 2: wrong.", "Line 9: wrong too.")), "prod.ini")
    assert found.title == "prod.ini cannot be imported"
    assert found.consequence == "It has 2 errors. Nothing was changed."
    assert [line.text for line in found.lines] == ["Line 2: wrong.", "Line 9: wrong too."]
    assert not found.can_import


def test_every_change_is_told_before_it_is_made() -> None:
    found = view(Imported(changed=(CHANGE, CHANGE)), "prod.ini")
    assert (found.title, found.button, found.can_import) == (
        "Import 2 changes from prod.ini?",
        "Import 2 changes",
        True,
    )


def test_R28_what_the_check_finds_stands_above_the_changes() -> None:
    warning = Finding(level=Level.WARNING, message="Little time.")
    error = Finding(level=Level.ERROR, message="It lies inside.")
    found = view(Imported(changed=(CHANGE,), findings=(warning, error), unknown=("[log4j] level",)), "prod.ini")
    assert [(line.icon, line.text) for line in found.lines] == [
        ("failed", "With this file: It lies inside."),
        ("warning", "With this file: Little time."),
        ("", CHANGE),
        ("info", "[log4j] level is not known to this program: it is kept, and nothing reads it"),
    ]


def test_a_file_that_changes_nothing_says_so() -> None:
    found = view(Imported(), "prod.ini")
    assert (found.title, found.can_import) == ("prod.ini changes nothing", False)

"""The editor fits the type, takes keys, and tells what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.tokens import PAIRS
from gim_manager.desktop.widgets.option_choices import ChoiceField, FlagField, OrderField
from gim_manager.desktop.widgets.option_field import (
    AnyField,
    LineField,
    PathField,
    SearchField,
    SecretField,
    field,
)
from gim_manager.domain.options import OPTIONS, option

ZONES = ("America/New_York", "Europe/Berlin", "Europe/London")


def make(theme: Theme, qtbot: QtBot, section: str, name: str) -> tuple[AnyField, list[str]]:
    made = field(theme, option(section, name), ZONES, is_local=True)
    told: list[str] = []
    qtbot.addWidget(made)
    made.edited.connect(told.append)
    made.show()
    return made, told


@pytest.mark.parametrize(
    ("section", "name", "kind"),
    [
        ("schedule", "run-export", FlagField),
        ("schedule", "etl-frequency", LineField),
        ("schedule", "timezone", SearchField),
        ("gim-export", "output-files-encoding", SearchField),
        ("log", "level", ChoiceField),
        ("gim-etl", "sm-resource-state-priority", OrderField),
        ("gim-export", "output-directory", PathField),
        ("alarms", "webhook-url", SecretField),
    ],
)
def test_each_type_has_its_editor(theme: Theme, qtbot: QtBot, section: str, name: str, kind: type) -> None:
    made, _ = make(theme, qtbot, section, name)
    assert type(made) is kind
    assert made.accessibleName() == name


def test_every_option_has_an_editor_that_shows_its_default(theme: Theme, qtbot: QtBot) -> None:
    for declared in OPTIONS:
        made = field(theme, declared, ZONES, is_local=False)
        qtbot.addWidget(made)
        told: list[str] = []
        made.edited.connect(told.append)
        made.show_text(declared.default)
        assert not told, "showing a value is no act of a person"
        assert made.focusPolicy() & Qt.FocusPolicy.TabFocus, declared.name


def test_what_is_typed_is_told_letter_by_letter(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "schedule", "etl-frequency")
    made.show_text("30")
    made.setFocus()
    assert isinstance(made, LineField)
    made.selectAll()
    qtbot.keyClicks(made, "20")
    assert told == ["2", "20"]


def test_what_is_wrong_has_a_red_ring(theme: Theme, qtbot: QtBot) -> None:
    made, _ = make(theme, qtbot, "schedule", "etl-frequency")
    made.show_wrong(True)
    image = made.grab().toImage()
    assert image.pixelColor(1, image.height() // 2).name().upper() == PAIRS["failed"][0]
    made.show_wrong(False)
    assert made.grab().toImage().pixelColor(1, image.height() // 2).name().upper() != PAIRS["failed"][0]


def test_a_zone_is_found_by_any_part_of_its_name(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "schedule", "timezone")
    assert isinstance(made, SearchField)
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.completer().completionCount() == len(ZONES)
    popup = made.completer().popup()
    assert popup is not None
    popup.hide()
    qtbot.keyClicks(made, "lond")
    assert made.completer().completionCount() == 1
    made.completer().activated.emit("Europe/London")
    assert told[-1] == "Europe/London"


def test_a_secret_is_masked_until_it_is_looked_at(theme: Theme, qtbot: QtBot) -> None:
    made, _ = make(theme, qtbot, "alarms", "webhook-url")
    assert isinstance(made, SecretField)
    made.show_text("https://hooks.example.com/s3cret")
    assert "s3cret" not in made.displayText()
    made.actions()[0].setChecked(True)
    assert made.displayText().endswith("s3cret")
    made.show_editable(False)
    assert not made.actions()[0].isEnabled()


def test_a_folder_of_this_computer_can_be_looked_for(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "gim-export", "output-directory")
    assert isinstance(made, PathField) and made.actions()[0].isVisible()
    made._take("/data/exports")
    assert told == ["/data/exports"]
    far = field(theme, option("gim-export", "output-directory"), (), is_local=False)
    qtbot.addWidget(far)
    assert not far.actions()[0].isVisible()


def test_who_may_not_change_can_read_and_copy(theme: Theme, qtbot: QtBot) -> None:
    made, told = make(theme, qtbot, "schedule", "etl-frequency")
    made.show_editable(False)
    assert isinstance(made, QLineEdit) and made.isReadOnly()
    qtbot.keyClicks(made, "9")
    assert told == []
    flag, _ = make(theme, qtbot, "schedule", "run-export")
    flag.show_editable(False)
    assert not flag.isEnabled()

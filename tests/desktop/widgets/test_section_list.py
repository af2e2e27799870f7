"""The list of sections counts changes, marks errors, and hides what the filter empties."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.tokens import PAIRS
from gim_manager.desktop.widgets.section_list import SectionList
from gim_manager.presenters.options import SectionView


def view(name: str, changes: int = 0, *, error: bool = False, shown: bool = True) -> SectionView:
    return SectionView(name=name, changes=changes, has_error=error, is_shown=shown)


def test_the_first_section_is_chosen_and_the_choice_stays(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme)
    qtbot.addWidget(sections)
    told: list[str] = []
    sections.chosen.connect(told.append)
    sections.show_sections([view("schedule"), view("gim-etl")])
    assert (sections.section(), told) == ("schedule", ["schedule"])
    sections.choose("gim-etl")
    sections.show_sections([view("schedule", 2), view("gim-etl", 1), view("log4j")])
    assert (sections.section(), told[-1]) == ("gim-etl", "gim-etl")
    sections.choose("nowhere")
    assert sections.section() == "schedule"


def test_changes_and_errors_are_spoken_and_seen(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme)
    qtbot.addWidget(sections)
    sections.show()
    sections.show_sections([view("schedule")])
    plain = sections.grab().toImage()
    sections.show_sections([view("schedule", 3, error=True)])
    item = sections.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "schedule, 3 changes, with an error"
    marked = sections.grab().toImage()
    colours = {marked.pixelColor(x, 13).name().upper() for x in range(marked.width())}
    assert marked != plain and PAIRS["failed"][0] in colours


def test_what_the_filter_empties_is_hidden(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme)
    qtbot.addWidget(sections)
    sections.show_sections([view("schedule", shown=False), view("gim-etl")])
    assert [sections.item(row).isHidden() for row in range(2)] == [True, False]


def test_before_there_are_any_none_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme)
    qtbot.addWidget(sections)
    assert sections.section() == ""

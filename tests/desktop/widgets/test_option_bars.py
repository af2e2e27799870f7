"""What is shown of the options, and what may be applied."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_bars import ActBar, FilterBar
from gim_manager.presenters.option_bar import Bar
from gim_manager.presenters.options import Filter


def test_a_search_is_told_when_the_keys_rest_and_the_boxes_at_once(theme: Theme, qtbot: QtBot) -> None:
    bar = FilterBar(theme)
    told: list[Filter] = []
    qtbot.addWidget(bar)
    bar.filtered.connect(told.append)
    qtbot.keyClicks(bar.search, "zone")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == [Filter(text="zone")]
    bar.changed_only.click()
    bar.not_default.click()
    assert told[-1] == Filter(text="zone", changed_only=True, not_default=True)
    bar.clear()
    assert told[-1] == Filter() and bar.search.text() == ""


def test_return_searches_at_once(theme: Theme, qtbot: QtBot) -> None:
    bar = FilterBar(theme)
    told: list[Filter] = []
    qtbot.addWidget(bar)
    bar.filtered.connect(told.append)
    qtbot.keyClicks(bar.search, "zone")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert told == [Filter(text="zone")]


def test_what_a_role_does_not_allow_says_which_it_needs(theme: Theme, qtbot: QtBot) -> None:
    bar = FilterBar(theme)
    qtbot.addWidget(bar)
    bar.show_role("needs the administrator role", lost=False)
    assert (bar.import_file.isEnabled(), bar.reset.isEnabled()) == (False, False)
    assert bar.import_file.toolTip().endswith(": needs the administrator role")
    assert bar.history.isEnabled() and bar.export_file.isEnabled()
    bar.show_role("", lost=True)
    assert bar.export_file.toolTip().endswith(": the connection is lost") and not bar.history.isEnabled()
    bar.show_role("", lost=False)
    assert bar.import_file.isEnabled() and bar.import_file.toolTip() == "Say what an option file would change"


def test_no_match_is_said(theme: Theme, qtbot: QtBot) -> None:
    bar = FilterBar(theme)
    qtbot.addWidget(bar)
    bar.show_hits(False)
    assert not bar.nothing.isHidden()
    bar.show_hits(True)
    assert bar.nothing.isHidden()


def test_apply_names_the_changes_or_is_disabled_with_the_reason(theme: Theme, qtbot: QtBot) -> None:
    bar = ActBar(theme)
    qtbot.addWidget(bar)
    bar.show_bar(
        Bar(
            icon="failed",
            token="failed",
            text="2 changes, 1 error",
            apply_text="Apply 2 changes",
            can_apply=False,
            can_discard=True,
        )
    )
    assert (bar.apply.text(), bar.apply.isEnabled(), bar.apply.toolTip()) == (
        "Apply 2 changes",
        False,
        "2 changes, 1 error",
    )
    assert bar.text.text() == "2 changes, 1 error" and bar.discard.isEnabled()
    bar.show_bar(
        Bar(icon="", token="text2", text="2 changes", apply_text="Apply 2 changes", can_apply=True, can_discard=True)
    )
    assert bar.apply.isEnabled() and "Ctrl+Return" in bar.apply.toolTip()
    assert bar.apply.shortcut().toString() == "Ctrl+Return"

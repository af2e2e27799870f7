"""How a test finds and uses the rows of the Options page, and the dialog that is open over it."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.options_page import OptionsPage
from gim_manager.desktop.widgets.option_field import LineField
from gim_manager.desktop.widgets.option_row import OptionRow
from gim_manager.domain.option_file import Key


def row(page: OptionsPage, key: Key) -> OptionRow:
    return page._pages[key[0]].rows[key]


def text(page: OptionsPage, key: Key) -> str:
    editor = row(page, key).field
    assert isinstance(editor, LineField)
    return editor.text()


def type_into(page: OptionsPage, qtbot: QtBot, key: Key, text: str) -> None:
    editor = row(page, key).field
    assert isinstance(editor, LineField)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def go(page: OptionsPage, qtbot: QtBot, section: str, name: str) -> OptionRow:
    page.show_option(section, name)
    qtbot.waitUntil(lambda: page._wanted is None, timeout=10_000)
    return row(page, (section, name))

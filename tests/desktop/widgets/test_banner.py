"""A state that concerns the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.widgets.banner import Banner


def test_it_shows_the_fact_the_consequence_and_one_button(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_state("Connection to prod lost.", "What runs goes on.", "Try now")
    assert banner.isVisible()
    assert banner.accessibleName() == "Connection to prod lost. What runs goes on."
    button = next(button for button in banner.findChildren(QPushButton) if button.text() == "Try now")
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    theme.wear(Appearance.DARK)
    banner.show_state("Held.", "By a.novak.", "Resume", icon="pause", details=False)
    assert not any(button.isVisible() for button in banner.findChildren(QPushButton) if button.text() == "Details")


def test_news_are_quiet_and_can_be_put_away(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_state("Held.", "By a.novak.", "Resume", icon="warning", details=False)
    assert not any(button.isVisible() for button in _closing(banner))
    banner.show_news("While this computer slept:", "14 launches due.", "Show Health")
    news = [banner.is_news]
    assert banner.accessibleName() == "While this computer slept: 14 launches due."
    (close,) = _closing(banner)
    with qtbot.waitSignal(banner.dismissed):
        qtbot.keyClick(close, Qt.Key.Key_Space)
    banner.show_state("Held.", "By a.novak.", "Resume", icon="warning", details=False)
    assert [*news, banner.is_news] == [True, False]
    assert not close.isVisible()


def _closing(banner: Banner) -> list[QPushButton]:
    return [button for button in banner.findChildren(QPushButton) if button.accessibleName() == "Put this away"]


def test_in_a_narrow_window_fact_and_consequence_wrap_as_one_text(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_news("While this computer slept <from 23:10>:", "62 launches due, 1 made up. " * 3, "Show Health")
    banner.resize(600, banner.heightForWidth(600))
    assert banner.minimumSizeHint().width() <= 600
    assert banner.words.height() >= banner.words.heightForWidth(banner.words.width())
    assert "&lt;from 23:10&gt;" in banner.words.text()

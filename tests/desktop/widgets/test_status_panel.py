"""The panel paints what it is told and says it to screen readers."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.status_panel import PanelBody, StatusPanel
from gim_manager.presenters.etl_status import panel
from tests.language.fake_window import BERLIN, NOW, the_morning, the_status

SHOWN = panel(the_status(the_morning()), BERLIN, NOW)


def _body(theme: Theme, qtbot: QtBot) -> PanelBody:
    body = PanelBody(theme)
    qtbot.addWidget(body)
    body.resize(252, 700)
    body.show_panel(SHOWN, stale=False)
    body.show()
    return body


def test_it_says_everything_in_words(theme: Theme, qtbot: QtBot) -> None:
    spoken = _body(theme, qtbot).accessibleDescription()
    for words in ("Server running", "Leads the schedule etlsrv-02", "eu-idb2 1 h 27 m", "Transformed to 10:24:00"):
        assert words in spoken


def test_it_is_as_tall_as_its_lines_and_scrolls(theme: Theme, qtbot: QtBot) -> None:
    holder = StatusPanel(theme)
    qtbot.addWidget(holder)
    holder.body.show_panel(SHOWN, stale=False)
    lines = sum(len(section.lines) for section in SHOWN.sections)
    assert holder.body.minimumHeight() > lines * theme.line_height()


def test_a_warning_is_read_whole_and_nothing_moves_when_a_scroll_bar_comes(theme: Theme, qtbot: QtBot) -> None:
    holder = StatusPanel(theme)
    qtbot.addWidget(holder)
    holder.body.show_panel(SHOWN, stale=False)
    warning = next(rect for rect, line in holder.body._places if line.label.startswith("Scheduled maintenance"))
    assert warning.height() > 2 * theme.line_height()
    holder.resize(holder.width(), 2000)
    holder.show()
    roomy, there = holder.body.width(), {rect.right() for rect, _ in holder.body._places}
    holder.resize(holder.width(), 200)
    qtbot.waitUntil(lambda: holder.body.width() < roomy)
    assert {rect.right() for rect, _ in holder.body._places} == there
    assert max(there) < holder.body.width()


def test_a_click_on_a_running_job_asks_for_it(theme: Theme, qtbot: QtBot) -> None:
    body = _body(theme, qtbot)
    place = next(rect.center() for rect, line in body._places if line.run_id == 48213)
    with qtbot.waitSignal(body.run_wanted) as told:
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [48213]
    qtbot.mouseMove(body, QPoint(2, 2))


def test_a_lost_connection_takes_the_colour_from_the_bars(theme: Theme, qtbot: QtBot) -> None:
    body = _body(theme, qtbot)
    image = body.grab().toImage()
    body.show_panel(SHOWN, stale=True)
    stale = body.grab().toImage()

    def has(picture: object) -> bool:
        return any(
            picture.pixelColor(x, y) == theme["running"]  # type: ignore[attr-defined]
            for x in range(14, 120, 3) for y in range(body.height())
        )  # fmt: skip

    assert has(image)
    assert not has(stale)

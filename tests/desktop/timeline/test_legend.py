"""The legend: every sign with its word, in as many lines as it needs."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.timeline.legend import LINE, Legend


def test_every_sign_is_told_to_whoever_cannot_see_it(theme: Theme, qtbot: QtBot) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    assert legend.accessibleDescription().split(", ") == [
        "Complete", "Running", "Failed", "Failed lost", "Stopped", "Not started", "Expected", "ETL window",
        "Aggregation window", "Hold", "Option changed",
    ]  # fmt: skip
    legend.show_draft(True)
    assert "With unsaved options" in legend.accessibleDescription()


def test_it_breaks_into_lines_where_there_is_no_room(theme: Theme, qtbot: QtBot) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(1400, 40)
    legend.show()
    wide = legend.height()
    legend.resize(400, 40)
    qtbot.waitUntil(lambda: legend.height() >= wide + 2 * LINE)
    places = legend._painter.places(400)
    assert all(place.x() < 400 for place in places)


def test_it_is_painted_in_the_colours_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(1400, 40)

    def colours() -> set[str]:
        image = legend.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}

    for token in ("complete_bar", "running", "failed", "scheduled", "band_etl", "stopping"):
        assert theme[token].name() in colours()
    theme.wear(Appearance.DARK)
    assert theme["complete_bar"].name() in colours()

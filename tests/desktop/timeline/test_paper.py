"""Pictures in files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.timeline.paper import RATIO, Paper, write
from gim_manager.desktop.tokens import PAIRS
from gim_manager.domain.errors import StorageFailed
from tests.desktop.timeline.painted import WIDTH, Painted, the_picture
from tests.language.fake_window import FakeMart


@pytest.fixture
def paper(theme: Theme) -> Paper:
    scene = Painted(theme, the_picture(FakeMart(), etl_frequency="20")).scene
    theme.wear(Appearance.DARK)
    return Paper(theme, scene, "prod-infomart · Sun 25 Oct 2026", WIDTH)


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_a_png_is_light_sharp_and_has_the_legend(paper: Paper, tmp_path: Path) -> None:
    write(tmp_path / "day.png", paper.image())
    image = QImage(str(tmp_path / "day.png"))
    assert image.width() == WIDTH * RATIO
    found = colours(image)
    for token in ("surface", "complete_bar", "running", "band_aggregation", "soft"):
        assert PAIRS[token][0].lower() in found
    assert PAIRS["surface"][1].lower() not in found
    below = image.copy(0, image.height() - 120, image.width(), 120)
    assert PAIRS["complete_bar"][0].lower() in colours(below)


def test_an_svg_can_be_drawn_and_has_its_words_as_text(paper: Paper) -> None:
    drawing = paper.drawing()
    assert QSvgRenderer(drawing).isValid()
    text = drawing.decode()
    for words in ("Job_ExtractICON", "Europe/Berlin", "With unsaved options", "25-hour day", "prod-infomart"):
        assert words in text


def test_a_file_that_cannot_be_written_is_an_error_with_its_name(tmp_path: Path) -> None:
    write(tmp_path / "day.png", b"picture")
    assert (tmp_path / "day.png").read_bytes() == b"picture"
    with pytest.raises(StorageFailed, match=r"day\.png"):
        write(tmp_path / "missing" / "day.png", b"picture")

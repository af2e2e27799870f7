"""Colours for the screen and for paper."""

from gim_manager.desktop.theme import Appearance, Theme
from gim_manager.desktop.timeline.inks import LightInks


def test_paper_is_light_whatever_the_window_wears(theme: Theme) -> None:
    light = theme["surface"].name()
    theme.wear(Appearance.DARK)
    assert theme["surface"].name() != light
    assert LightInks(theme)["surface"].name() == light

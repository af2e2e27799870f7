"""The contrast that the look promises, computed from the table of tokens."""

import re

import pytest

from gim_manager.desktop import resources
from gim_manager.desktop.tokens import PAIRS, STATES, colours, contrast, filled

THEMES = [False, True]


def _ratio(one: str, other: str, *, dark: bool) -> float:
    table = colours(dark=dark)
    return contrast(table[one], table[other])


def test_the_formula_is_the_known_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent", *STATES])
def test_every_text_and_state_can_be_read_on_every_ground(ink: str, dark: bool) -> None:
    surface, window = (7.1, 6.4) if dark else (6.0, 5.5)
    assert _ratio(ink, "surface", dark=dark) >= surface - 0.05
    assert _ratio(ink, "window", dark=dark) >= window - 0.05
    assert _ratio(ink, "select", dark=dark) >= 4.7 - 0.05


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_a_state_can_be_read_on_its_own_fill(state: str, dark: bool) -> None:
    assert _ratio(state, f"{state}_soft", dark=dark) >= 4.8 - 0.05


@pytest.mark.parametrize("dark", THEMES)
def test_a_button_and_an_outline_stand_out(dark: bool) -> None:
    assert _ratio("on_accent", "accent", dark=dark) >= 6.0
    for ground in ("surface", "window", "raised"):
        assert _ratio("outline", ground, dark=dark) >= 3.0


GROUNDS = ("window", "surface", "raised", "sunken", "header", "soft", "select", "select_idle", "hover")


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2", "text3"])
def test_every_text_has_the_contrast_of_WCAG_AA_on_every_ground(ink: str, ground: str, dark: bool) -> None:
    assert _ratio(ink, ground, dark=dark) >= 4.5


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_stands_out_on_every_ground(ground: str, dark: bool) -> None:
    assert _ratio("accent", ground, dark=dark) >= 3.0


def _rules(sheet: str) -> list[tuple[str, str, str]]:
    """Selector, ink and ground of each rule that names both."""
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)):
        named = dict(re.findall(r"(?<![-\w])(color|background):\s*@(\w+)", body))
        if len(named) == 2 and ":disabled" not in selector:
            found.append((selector.strip(), named["color"], named["background"]))
    return found


@pytest.mark.parametrize("dark", THEMES)
@pytest.mark.parametrize("sheet", ["content", "fusion"])
def test_what_a_style_sheet_writes_can_be_read(sheet: str, dark: bool) -> None:
    pairs = _rules(resources.style(sheet))
    assert [rule for rule in pairs if _ratio(rule[1], rule[2], dark=dark) < 4.5] == []
    assert pairs or sheet == "content"


@pytest.mark.parametrize("dark", THEMES)
def test_a_style_sheet_is_filled_from_the_table(dark: bool) -> None:
    assert filled("a { color: @text2; }", dark=dark) == f"a {{ color: {PAIRS['text2'][dark]}; }}"
    with pytest.raises(KeyError):
        filled("a { color: @nothing; }", dark=dark)

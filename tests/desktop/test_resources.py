"""The window's data files are where the program looks."""

import re

import pytest

from gim_manager.desktop import resources
from gim_manager.desktop.tokens import filled


def test_an_icon_draws_in_the_current_colour() -> None:
    assert "currentColor" in resources.icon("run")


@pytest.mark.parametrize("name", ["content", "fusion"])
@pytest.mark.parametrize("dark", [False, True])
def test_a_style_sheet_names_only_known_tokens_and_no_font(name: str, dark: bool) -> None:
    sheet = filled(resources.style(name), dark=dark)
    assert "@" not in sheet
    assert "font" not in sheet


def test_the_content_layer_addresses_our_own_containers_alone() -> None:
    rules = re.sub(r"/\*.*?\*/", "", resources.style("content"), flags=re.S)
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", rules) for part in rule.split(",")]
    assert selectors
    assert all(selector.startswith("#") for selector in selectors)

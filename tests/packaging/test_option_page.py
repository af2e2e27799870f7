"""The reference page of the options is what their declaration makes of it."""

import option_page

from gim_manager.domain.options import OPTIONS


def test_the_page_is_made_from_the_declaration() -> None:
    written = option_page.PAGE.read_text(encoding="utf-8")
    assert written == option_page.page(OPTIONS), "write it anew: python3 packaging/option_page.py"


def test_every_option_has_a_row_under_its_section() -> None:
    lines = option_page.page(OPTIONS).splitlines()
    for option in OPTIONS:
        below = lines[lines.index(f"## [{option.section}]") :]
        assert any(line.startswith(f"| {option.name} | ") and line.count(" | ") == 4 for line in below)

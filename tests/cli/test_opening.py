"""What a command line asks to be opened is a value; nothing is opened here."""

from pathlib import Path

import pytest

from gim_manager.cli.opening import OpenServer, OpenWindow
from gim_manager.domain.errors import Exit
from tests.cli.conftest import CommandLine


def test_no_command_opens_the_window(gim: CommandLine) -> None:
    assert gim().opening == OpenWindow(url=gim.url, profile=gim.profile)


def test_without_an_info_mart_the_window_opens_all_the_same(anywhere: CommandLine) -> None:
    assert anywhere().opening == OpenWindow(url=None, profile=anywhere.profile)


def test_gui_opens_the_window_or_photographs_it(gim: CommandLine) -> None:
    assert gim("gui").opening == OpenWindow(url=gim.url, profile=gim.profile)
    shot = gim("gui", "--screenshot", "x.png").opening
    assert shot == OpenWindow(url=gim.url, profile=gim.profile, screenshot=Path("x.png"))


def test_without_a_display_a_window_is_refused_and_a_picture_taken(
    gim: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for words in ((), ("gui",)):
        said = gim(*words)
        assert (said.code, said.out) == (Exit.FAILED, "")
        assert said.err.startswith("There is no display on which a window could open.")
    assert isinstance(gim("gui", "--screenshot", "x.png").opening, OpenWindow)


def test_serve_opens_the_server(gim: CommandLine) -> None:
    assert gim("serve").opening == OpenServer(url=gim.url, profile=gim.profile)

"""What a command line asks to be opened is a value; nothing is opened here."""

from pathlib import Path

from gim_manager.cli.opening import OpenServer, OpenWindow
from tests.cli.conftest import CommandLine


def test_no_command_opens_the_window(gim: CommandLine) -> None:
    assert gim().opening == OpenWindow(url=gim.url, profile=gim.profile)


def test_without_an_info_mart_the_window_opens_all_the_same(anywhere: CommandLine) -> None:
    assert anywhere().opening == OpenWindow(url=None, profile=anywhere.profile)


def test_gui_opens_the_window_or_photographs_it(gim: CommandLine) -> None:
    assert gim("gui").opening == OpenWindow(url=gim.url, profile=gim.profile)
    shot = gim("gui", "--screenshot", "x.png").opening
    assert shot == OpenWindow(url=gim.url, profile=gim.profile, screenshot=Path("x.png"))


def test_serve_opens_the_server(gim: CommandLine) -> None:
    assert gim("serve").opening == OpenServer(url=gim.url, profile=gim.profile)

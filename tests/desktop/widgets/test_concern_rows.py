"""What needs attention: nothing of it is cut, and each leads to what it is about."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.concern_rows import ConcernRows
from gim_manager.presenters.health import Jump, Line

OPTION = Jump(label="Go to timezone", option=("schedule", "timezone"))
LINE = Line(
    word="Warning", icon="warning", token="stopping", what="timezone is GMT because nobody has set it",
    evidence="Set it to the zone of the business, or to GMT if that is meant.", since="since 10:31", jump=OPTION,
)  # fmt: skip


def rows(theme: Theme, qtbot: QtBot, *lines: Line, stale: bool = False) -> ConcernRows:
    made = ConcernRows(theme)
    qtbot.addWidget(made)
    made.show_lines(lines, stale=stale)
    made.resize(700, 400)
    made.show()
    return made


def test_a_row_leads_to_what_it_is_about(theme: Theme, qtbot: QtBot) -> None:
    made = rows(theme, qtbot, LINE, replace(LINE, jump=None))
    with qtbot.waitSignal(made.followed) as followed:
        qtbot.keyClick(made.rows[0].link, Qt.Key.Key_Space)
    assert followed.args == [OPTION]
    assert made.rows[0].accessibleName() == LINE.spoken
    assert made.rows[1].link is None


def test_the_same_findings_keep_their_rows(theme: Theme, qtbot: QtBot) -> None:
    made = rows(theme, qtbot, LINE)
    (before,) = made.rows
    made.show_lines((LINE,), stale=False)
    assert made.rows == [before]
    made.show_lines((replace(LINE, since=""),), stale=False)
    assert made.rows != [before]
    made.show_lines((), stale=False)
    assert made.rows == []


def test_long_words_wrap_and_make_the_row_taller(theme: Theme, qtbot: QtBot) -> None:
    long = replace(LINE, evidence=" ".join(["could-not-translate-host-name"] * 12))
    made = rows(theme, qtbot, LINE, long)
    short, tall = (row.heightForWidth(700) for row in made.rows)
    assert tall > short + theme.line_height()


def test_a_word_without_a_blank_does_not_widen_the_page(theme: Theme, qtbot: QtBot) -> None:
    endless = replace(LINE, evidence="warehouse-of-the-second-data-centre.southern-europe.example.com/" * 4)
    made = rows(theme, qtbot, endless)
    assert made.minimumSizeHint().width() < 600


def test_without_a_connection_options_can_still_be_read(theme: Theme, qtbot: QtBot) -> None:
    run = replace(LINE, jump=Jump(label="Show run 7", run_id=7))
    made = rows(theme, qtbot, LINE, run, stale=True)
    links = [row.link for row in made.rows]
    assert [link is not None and link.isEnabled() for link in links] == [True, True]

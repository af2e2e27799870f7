"""The Options page as a person uses it: look, change, see what follows, apply; by the keys alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gim_manager.bootstrap import open_context
from gim_manager.desktop.dialogs.alarms_dialog import AlarmsDialog
from gim_manager.desktop.pages.options_page import OptionsPage
from gim_manager.desktop.widgets.option_field import LineField
from gim_manager.domain.access import Access, Role
from gim_manager.domain.channel import Channel
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.options import Options
from gim_manager.presenters.open_mart import OpenMart
from gim_manager.store.migrate import create
from gim_manager.usecases.options import Read
from tests.desktop.conftest import Opened
from tests.language.dialogs import dialog
from tests.language.fake_window import FakeMart
from tests.language.options_window import go, row, text, type_into

FREQUENCY, MAINTAIN = ("schedule", "etl-frequency"), ("schedule", "maintain-start-time")


@pytest.fixture
def page(options_page: OptionsPage) -> OptionsPage:
    return options_page


def test_the_first_section_is_shown_with_its_first_option(page: OptionsPage) -> None:
    assert page.sections.section() == "schedule"
    assert page.inspector.title.text() == "run-scheduler"
    assert row(page, FREQUENCY).row is not None and row(page, FREQUENCY).field.accessibleName() == "etl-frequency"
    assert (page.bar.text.text(), page.bar.apply.isEnabled()) == ("No changes", False)


def test_a_change_is_marked_counted_and_applied(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    type_into(page, qtbot, FREQUENCY, "20")
    shown = row(page, FREQUENCY).row
    assert shown is not None and (shown.tone, shown.note) == ("changed", "minutes · was 30 · default 30")
    assert page.sections.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "schedule, 1 change"
    assert page.bar.apply.text() == "Apply 1 change"
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.bar.text.text() == "Applied 1 change", timeout=10_000)
    assert ("change", {FREQUENCY: "20"}, {FREQUENCY: None}) in mart.asked
    qtbot.waitUntil(lambda: row(page, FREQUENCY).row.tone == "", timeout=10_000)  # type: ignore[union-attr]


def test_a_wrong_value_is_told_beside_the_field_and_not_applied(
    page: OptionsPage, mart: FakeMart, qtbot: QtBot
) -> None:
    type_into(page, qtbot, MAINTAIN, "22:30")
    shown = row(page, MAINTAIN).row
    assert shown is not None and shown.sentence == "lies inside the ETL window from 06:30 to 00:30"
    assert page.bar.text.text() == "1 change, 1 error: nothing can be applied until maintain-start-time is right"
    assert not page.bar.apply.isEnabled()
    assert "with an error" in page.sections.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.inspector.error.words.text().startswith("maintain-start-time 22:30 lies inside the ETL window")
    assert QApplication.activeModalWidget() is None, "never a pop-up"
    page.bar.discard.click()
    assert text(page, MAINTAIN) == "03:00"
    assert not [asked for asked in mart.asked if asked[0] == "change"]


def test_the_inspector_follows_the_focus_by_the_tab_key(page: OptionsPage, qtbot: QtBot) -> None:
    walked = []
    row(page, ("schedule", "run-scheduler")).field.setFocus()
    for _ in range(5):
        walked.append(page.inspector.title.text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert walked == ["run-scheduler", "timezone", "etl-start-time", "etl-end-time", "etl-frequency"]


def test_everything_can_be_reached_by_the_tab_key(page: OptionsPage, qtbot: QtBot) -> None:
    type_into(page, qtbot, FREQUENCY, "20")
    seen: list[QObject | None] = []
    page.top.search.setFocus()
    while (now := QApplication.focusWidget()) not in seen:
        seen.append(now)
        page.window().focusNextPrevChild(True)
    top, editors = page.top, [shown.field for shown in page._pages["schedule"].rows.values()]
    wanted = [
        top.search, top.changed_only, top.not_default, top.history, top.import_file, top.export_file, top.reset,
        page.sections, *editors, page.bar.discard, page.bar.apply,
    ]  # fmt: skip
    assert [widget for widget in seen if widget in wanted] == wanted


def test_revert_puts_the_old_value_into_the_editor_as_a_draft(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    editor = go(page, qtbot, "schedule", "aggregate-schedule").field
    qtbot.waitUntil(lambda: len(page.inspector.lines) == 2, timeout=10_000)
    page.inspector.lines[0].revert.click()
    assert isinstance(editor, LineField) and editor.text() == "30 2"
    assert page.bar.apply.text() == "Apply 1 change"
    assert not [asked for asked in mart.asked if asked[0] == "change"]
    assert not page.inspector.lines[0].revert.isEnabled()


def test_the_default_is_drafted_for_one_option_or_for_its_section(page: OptionsPage, qtbot: QtBot) -> None:
    go(page, qtbot, "schedule", "timezone")
    page.inspector.reset.click()
    assert page.bar.apply.text() == "Apply 1 change"
    page.top.reset_section.trigger()
    assert page.bar.apply.text() == "Apply 10 changes"
    assert page.sections.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("schedule, 10 changes")


def test_who_was_faster_is_told_and_one_decides(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    type_into(page, qtbot, FREQUENCY, "20")
    mart.read = replace(mart.read, options=mart.read.options.changed({FREQUENCY: "45"}))
    mart._changed.set()
    qtbot.waitUntil(lambda: row(page, FREQUENCY).row.tone == "overtaken", timeout=10_000)  # type: ignore[union-attr]
    assert not page.bar.apply.isEnabled() and "others have changed" in page.bar.text.text()
    assert text(page, FREQUENCY) == "20"
    page.inspector.mine.click()
    assert page.bar.apply.isEnabled()
    page.bar.apply.click()
    qtbot.waitUntil(lambda: ("change", {FREQUENCY: "20"}, {FREQUENCY: "45"}) in mart.asked, timeout=10_000)


def test_what_another_person_changes_shows_where_nothing_is_drafted(
    page: OptionsPage, mart: FakeMart, qtbot: QtBot
) -> None:
    mart.read = replace(mart.read, options=mart.read.options.changed({FREQUENCY: "45"}))
    mart._changed.set()
    qtbot.waitUntil(lambda: text(page, FREQUENCY) == "45", timeout=10_000)


def test_a_search_leaves_what_it_finds_and_goes_there(page: OptionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.top.search, "character csv")
    qtbot.waitUntil(lambda: page.sections.section() == "gim-export", timeout=10_000)
    rows = page._pages["gim-export"]
    qtbot.waitUntil(lambda: rows.is_built, timeout=10_000)
    assert [name for (_, name), shown in rows.rows.items() if not shown.isHidden()] == ["output-files-encoding"]
    assert page.inspector.title.text() == "output-files-encoding"
    page.top.search.setText("nothing like it")
    qtbot.waitUntil(page.top.nothing.isVisible, timeout=10_000)
    page.top.clear()
    assert not page.top.nothing.isVisible()
    assert not any(shown.isHidden() for shown in rows.rows.values())


def test_a_finding_leads_to_its_option_from_another_page(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    page.top.search.setText("zone")
    workplace = page.window().open_workplace  # type: ignore[attr-defined]
    workplace.tabs.setCurrentIndex(0)
    workplace.show_option("alarms", "webhook-url")
    qtbot.waitUntil(lambda: page._wanted is None, timeout=10_000)
    assert page.isVisible() and page.top.search.text() == ""
    assert page.inspector.title.text() == "webhook-url"
    shown = row(page, ("alarms", "webhook-url"))
    qtbot.waitUntil(shown.field.hasFocus, timeout=10_000)
    qtbot.waitUntil(lambda: not shown.visibleRegion().isEmpty(), timeout=10_000)


def test_an_alarm_channel_is_tried_from_its_options(page: OptionsPage, qtbot: QtBot) -> None:
    go(page, qtbot, "alarms", "mail-host")
    page.inspector.test.click()
    alarms = dialog(qtbot, AlarmsDialog)
    assert isinstance(alarms, AlarmsDialog)
    qtbot.waitUntil(alarms.lines[Channel.MAIL].test.hasFocus, timeout=10_000)
    alarms.accept()


def test_who_is_no_administrator_reads_and_is_told_why(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    mart.read = replace(mart.read, access=Access(role=Role.OPERATOR))
    page.desk.ask()
    qtbot.waitUntil(lambda: page.bar.text.text() == "Changing options needs the administrator role", timeout=10_000)
    assert not page.bar.apply.isEnabled() and not page.top.import_file.isEnabled()
    editor = row(page, FREQUENCY).field
    assert isinstance(editor, LineField) and editor.isReadOnly()


def test_a_lost_connection_keeps_the_drafts_and_says_so(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    type_into(page, qtbot, FREQUENCY, "20")
    mart.before = gone
    qtbot.waitUntil(lambda: page.bar.text.text() == "1 change: the connection is lost", timeout=10_000)
    assert not page.bar.apply.isEnabled() and text(page, FREQUENCY) == "20"


def test_what_an_import_kept_has_its_section(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    values = {**mart.read.options.values, ("log4j", "level"): "debug"}
    mart.read = replace(mart.read, options=Options(values=values))
    page.desk.ask()
    qtbot.waitUntil(lambda: "log4j" in page._layout, timeout=10_000)
    editor = go(page, qtbot, "log4j", "level").field
    assert isinstance(editor, LineField) and (editor.text(), editor.isReadOnly()) == ("debug", True)
    mart.read = replace(mart.read, options=Options())
    page.desk.ask()
    qtbot.waitUntil(lambda: "log4j" not in page._pages, timeout=10_000)
    assert page.sections.section() == "schedule"


def test_a_jump_before_the_options_are_read_arrives(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    workplace = opened(mart).open_workplace
    workplace.show_option("alarms", "event-log")
    qtbot.waitUntil(lambda: workplace.options.inspector.title.text() == "event-log", timeout=10_000)
    assert not workplace.options.top.nothing.isVisible(), "before anything is known nothing is missing"


def test_a_jump_to_what_there_is_not_leads_to_the_first_section(page: OptionsPage, qtbot: QtBot) -> None:
    page.show_option("nowhere", "nothing")
    assert page.sections.section() == "schedule"
    page.desk.type(FREQUENCY, "20")
    page.sections.choose("log")
    qtbot.waitUntil(lambda: page.inspector.title.text() == "level", timeout=10_000)
    page.desk.type(FREQUENCY, "25")
    assert page.sections.section() == "log"


def test_a_page_that_nobody_sees_asks_nothing(page: OptionsPage, mart: FakeMart, qtbot: QtBot) -> None:
    reads: list[Read] = []

    def read() -> Read:
        reads.append(mart.read)
        return mart.read

    mart.options = read  # type: ignore[method-assign]
    page.window().open_workplace.tabs.setCurrentIndex(0)  # type: ignore[attr-defined]
    mart._changed.set()
    with qtbot.waitSignal(page._session.refreshed, timeout=10_000):
        pass
    assert reads == []


def test_a_change_is_written_into_a_real_info_mart(opened: Opened, database_url: str, qtbot: QtBot) -> None:
    create(database_url)
    with open_context(database_url) as context:
        mart = OpenMart(context, lambda _stop: None)
        workplace = opened(mart).open_workplace
        workplace.show_option(*FREQUENCY)
        page = workplace.options
        qtbot.waitUntil(lambda: page.inspector.title.text() == "etl-frequency", timeout=10_000)
        type_into(page, qtbot, FREQUENCY, "20")
        page.bar.apply.click()
        qtbot.waitUntil(lambda: page.bar.text.text() == "Applied 1 change", timeout=10_000)
        qtbot.waitUntil(lambda: len(page.inspector.lines) == 1, timeout=10_000)
        assert context.options().get_raw(*FREQUENCY) == "20"
        mart.close(stop_jobs=False)


def test_options_that_cannot_be_read_say_so(opened: Opened, mart: FakeMart, qtbot: QtBot) -> None:
    workplace = opened(mart).open_workplace

    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    mart.before = gone
    workplace.turn_to(workplace.options)
    qtbot.waitUntil(lambda: workplace.options.bar.text.text() == "The connection is lost", timeout=10_000)
    mart.before = lambda: None
    workplace.session.refresh()
    qtbot.waitUntil(lambda: workplace.options.bar.text.text() == "No changes", timeout=10_000)


def test_F6_leads_to_the_acts_of_the_option_and_back(options_page: OptionsPage, qtbot: QtBot) -> None:
    page = options_page
    rows = page._pages["schedule"]
    type_into(page, qtbot, FREQUENCY, "20")
    qtbot.waitUntil(lambda: page.inspector.reset.isEnabled(), timeout=10_000)
    qtbot.keyClick(rows.rows[FREQUENCY].field, Qt.Key.Key_F6)
    assert page.inspector.reset.hasFocus()
    qtbot.keyClick(page.inspector.reset, Qt.Key.Key_F6)
    assert page.inspector.title.text() == "etl-frequency"
    holder = QApplication.focusWidget()
    assert holder is not None and not page.inspector.isAncestorOf(holder)


def test_in_a_narrow_window_F6_unfolds_what_is_told_of_the_option(options_page: OptionsPage, qtbot: QtBot) -> None:
    page = options_page
    page.window().resize(640, 440)
    type_into(page, qtbot, FREQUENCY, "20")
    qtbot.waitUntil(lambda: page.inspector.reset.isEnabled(), timeout=10_000)
    assert not page.inspector.isVisible() and page.split.fold.toggle.text() == "etl-frequency"
    qtbot.keyClick(row(page, FREQUENCY).field, Qt.Key.Key_F6)
    QApplication.processEvents()
    assert page.inspector.isVisible() and page.inspector.meaning.visibleRegion().boundingRect().height() > 0
    qtbot.waitUntil(lambda: not row(page, FREQUENCY).visibleRegion().isEmpty(), timeout=10_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.inspector.reset.hasFocus()
    qtbot.keyClick(page.inspector.reset, Qt.Key.Key_F6)
    assert not page.inspector.isVisible() and row(page, FREQUENCY).field.hasFocus()

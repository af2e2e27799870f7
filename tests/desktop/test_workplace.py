"""What shows an open Info Mart, wide or narrow, and how it ticks."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gim_manager.desktop.dialogs.run_job_dialog import RunJobDialog
from gim_manager.desktop.workplace import PANEL_FROM
from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.errors import Unreachable
from gim_manager.domain.job import Job
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def test_the_panel_hides_itself_in_a_narrow_window(opened: Opened) -> None:
    window = opened(FakeMart())
    window.resize(PANEL_FROM + 100, 700)
    assert window.open_workplace.panel.isVisible()
    window.resize(PANEL_FROM - 100, 700)
    assert not window.open_workplace.panel.isVisible()
    window.resize(PANEL_FROM + 100, 700)
    window.actions_by_key["panel"].trigger()
    assert not window.open_workplace.panel.isVisible()


def test_a_click_on_what_runs_jumps_to_it(opened: Opened, qtbot: QtBot) -> None:
    workplace = opened(FakeMart()).open_workplace
    workplace.panel.body.run_wanted.emit(48191)
    run = workplace.jobs.table.current_run()
    assert run is not None
    assert run.id == 48191


def test_a_page_without_a_search_leads_to_the_list_and_details_are_hidden_everywhere(opened: Opened) -> None:
    window = opened(FakeMart())
    workplace = window.open_workplace
    workplace.turn_to(workplace.timeline)
    window.actions_by_key["details"].trigger()
    assert not workplace.timeline.below.isVisible()
    window.actions_by_key["find"].trigger()
    assert workplace.jobs.isVisible()
    assert not workplace.jobs.details.isVisible()
    window.actions_by_key["details"].trigger()
    assert workplace.jobs.details.isVisible()


def test_an_empty_timeline_leads_to_run_job(opened: Opened, qtbot: QtBot) -> None:
    workplace = opened(FakeMart()).open_workplace
    with qtbot.waitSignal(workplace.jobs.run_wanted):
        workplace.timeline.start_wanted.emit()


def test_a_database_that_goes_and_comes_back_takes_neither_the_rows_nor_the_selection(
    opened: Opened, qtbot: QtBot
) -> None:
    mart = FakeMart()
    workplace = opened(mart).open_workplace
    workplace.jobs.table.select_run(48206)
    rows = workplace.jobs.model.rowCount()

    def gone() -> None:
        raise Unreachable("prod-infomart", "sorry, too many clients already")

    mart.before = gone
    qtbot.waitUntil(lambda: workplace.session.freshness.is_lost and workplace.banner.isVisible(), timeout=10_000)
    assert workplace.jobs.model.rowCount() == rows, "an old picture is better than none"
    first = workplace.session.freshness.attempt
    qtbot.waitUntil(lambda: workplace.session.freshness.attempt > first, timeout=10_000)
    mart.before = lambda: None
    workplace.session.refresh()
    qtbot.waitUntil(lambda: not workplace.session.freshness.is_lost, timeout=10_000)
    qtbot.waitUntil(lambda: not workplace.banner.isVisible(), timeout=10_000)
    run = workplace.jobs.table.current_run()
    assert run is not None
    assert run.id == 48206


def test_a_hidden_window_does_not_tick_and_waits_at_leisure(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    window = opened(mart)
    assert window.open_workplace._second.isActive()
    window.hide()
    assert not window.open_workplace._second.isActive()
    qtbot.waitUntil(lambda: mart.waited_at_leisure, timeout=10_000)
    with qtbot.waitSignal(window.session.refreshed, timeout=10_000):
        window.show()
    qtbot.waitUntil(lambda: not mart.waited_at_leisure, timeout=10_000)


def test_each_tick_moves_the_clock_of_the_status_line(opened: Opened, qtbot: QtBot) -> None:
    workplace = opened(FakeMart()).open_workplace
    with qtbot.waitSignal(workplace.ticked, timeout=10_000):
        workplace._second.timeout.emit()


def test_R28_an_error_of_the_configuration_stands_in_the_banner_before_a_suspended_schedule(
    opened: Opened, qtbot: QtBot
) -> None:
    mart = FakeMart()
    error = Finding(level=Level.ERROR, message="maintain-start-time 12:00 lies inside the ETL window.")
    mart.status_now = replace(mart.status(), scheduling=False, errors=(error,))
    banner = opened(mart).open_workplace.banner
    assert banner.isVisible()
    assert (
        banner.accessibleName() == f"The configuration has an error. No job starts until it is mended: {error.message}"
    )
    mart.status_now = replace(mart.status(), errors=())
    banner.acted.emit()
    qtbot.waitUntil(lambda: banner.accessibleName().startswith("The schedule is suspended."), timeout=10_000)


def test_R28_the_banner_of_an_error_leads_to_the_option_that_mends_it(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    named = Finding(
        level=Level.ERROR, section="schedule", option="maintain-start-time", message="It lies inside the ETL window."
    )
    mart.status_now = replace(mart.status(), errors=(named,))
    workplace = opened(mart).open_workplace
    workplace.banner.acted.emit()
    qtbot.waitUntil(lambda: workplace.options.inspector.title.text() == "maintain-start-time", timeout=10_000)


def test_R29_the_banner_of_an_older_schema_offers_the_one_job_that_can_run(opened: Opened) -> None:
    mart = FakeMart()
    mart.status_now = replace(mart.status(), schema_is_older=True)
    window = opened(mart)
    banner = window.open_workplace.banner
    assert banner.accessibleName().startswith("The schema of this Info Mart is older than this program.")
    banner.acted.emit()
    (dialog,) = window.findChildren(RunJobDialog)
    assert dialog.jobs.choice().job is Job.MIGRATE
    dialog.reject()


def test_a_turn_to_another_page_shows_it(opened: Opened) -> None:
    workplace = opened(FakeMart()).open_workplace
    workplace.turn_to(workplace.options)
    assert workplace.options.isVisible() and not workplace.jobs.isVisible()
    workplace.tabs.setCurrentIndex(0)
    assert workplace.jobs.isVisible()


def test_find_and_clear_are_of_the_page_that_is_shown(opened: Opened, qtbot: QtBot) -> None:
    window = opened(FakeMart())
    workplace = window.open_workplace
    workplace.turn_to(workplace.options)
    workplace.options.top.search.setText("zone")
    workplace.jobs.search.setText("48213")
    window.activateWindow()
    window.actions_by_key["find"].trigger()
    assert window.focusWidget() is workplace.options.top.search
    window.actions_by_key["clear"].trigger()
    assert (workplace.options.top.search.text(), workplace.jobs.search.text()) == ("", "48213")
    workplace.tabs.setCurrentIndex(0)
    window.actions_by_key["find"].trigger()
    assert window.focusWidget() is workplace.jobs.search
    window.actions_by_key["clear"].trigger()
    assert workplace.jobs.search.text() == ""

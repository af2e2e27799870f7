"""What quitting would end is named, and nothing is asked where nothing ends."""

from dataclasses import replace

from gim_manager.presenters.leaving import ending, question
from tests.language.fake_window import the_morning, the_status

STATUS = the_status(the_morning())
IDLE = replace(STATUS, running=(), server=replace(STATUS.server, standbys=()))


def test_running_jobs_are_named_with_what_becomes_of_them() -> None:
    asked = question(STATUS, hosts_server=True, has_tray=False)
    assert asked is not None
    assert (asked.title, asked.quit, asked.stops_jobs) == ("Stop 4 jobs and quit?", "Stop and quit", True)
    assert "Job_TransformGIM 48213" in asked.text
    assert asked.text.endswith("what is committed stays, the rest is rolled back.")


def test_more_than_four_are_counted() -> None:
    many = replace(STATUS, running=STATUS.running + STATUS.running[:2])
    asked = question(many, hosts_server=True, has_tray=True)
    assert asked is not None and " and 2 more:" in asked.text


def test_a_server_without_jobs_is_asked_about_where_it_could_go_on_in_the_tray() -> None:
    asked = question(IDLE, hosts_server=True, has_tray=True)
    assert asked is not None
    assert (asked.title, asked.quit, asked.stops_jobs) == ("Quit GIM Manager?", "Quit", False)
    assert "no job starts until the window is open again" in asked.text
    assert question(IDLE, hosts_server=True, has_tray=False) is None


def test_a_window_without_a_server_just_closes() -> None:
    assert question(STATUS, hosts_server=False, has_tray=True) is None
    assert question(None, hosts_server=True, has_tray=False) is None


def test_a_server_that_ends_while_the_window_stays_names_its_own_jobs() -> None:
    asked = ending(STATUS, "etlsrv-02")
    assert asked is not None
    assert (asked.title, asked.quit) == ("Stop 4 jobs and end the server?", "Stop and end")
    assert asked.text.startswith("Another server takes over the schedule. ")
    assert ending(STATUS, "WS-4471") is None

"""What is asked for a timeline, when, and what comes of it."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gim_manager.domain.errors import Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.presenters.time_span import Unit, seconds_of, span_of, stepped
from gim_manager.presenters.timeline import Key, Kind, Mark
from tests.desktop.conftest import PATIENCE_MS, OpenedPage
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, FakeMart, wall


def asked(mart: FakeMart, what: str) -> list[tuple[object, ...]]:
    return [question for question in mart.asked if question[0] == what]


def test_nothing_is_read_before_anybody_looks(opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    opened(mart)
    assert asked(mart, "timeline") == []


def test_more_is_read_than_is_seen_so_that_panning_rarely_waits(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    reads = asked(mart, "timeline")
    assert reads[0][1:] == (clock("11:30", 24), clock("12:30", 26))
    page.canvas.show_span(page.canvas.scene.span.moved(3600))
    page.desk._look()
    assert len(asked(mart, "timeline")) == len(reads)
    page.canvas.show_span(stepped(span_of(Unit.DAY, seconds_of(NOW), BERLIN), -1, BERLIN))
    qtbot.waitUntil(lambda: len(asked(mart, "timeline")) > len(reads), timeout=PATIENCE_MS)


def test_a_change_reads_only_what_happened_since(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    running = next(run for run in mart.list if run.id == 48213)
    mart.put(replace(running, status=Status.COMPLETE, end_time=wall("10:47:05")))

    def is_drawn() -> bool:
        mark = page.desk.picture.find(48213)
        return mark is not None and mark.until == seconds_of(wall("10:47:05"))

    qtbot.waitUntil(is_drawn, timeout=PATIENCE_MS)
    since = asked(mart, "timeline")[-1][1]
    assert since == NOW - (clock("00:01") - clock("00:00"))


def test_a_hidden_page_asks_nothing_and_catches_up_when_it_is_seen(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    workplace = page.window().open_workplace  # type: ignore[attr-defined]
    workplace.turn_to(workplace.jobs)
    reads = len(asked(mart, "timeline"))
    running = next(run for run in mart.list if run.id == 48213)
    with qtbot.waitSignal(page._session.refreshed, timeout=PATIENCE_MS):
        mart.put(replace(running, status=Status.COMPLETE, end_time=wall("10:47:05")))
    assert len(asked(mart, "timeline")) == reads
    workplace.turn_to(page)
    qtbot.waitUntil(lambda: len(asked(mart, "timeline")) == reads + 1, timeout=PATIENCE_MS)


def test_the_past_is_not_played(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    plays = len(asked(mart, "ahead"))
    page.canvas.show_span(span_of(Unit.DAY, seconds_of(clock("12:00", 10)), BERLIN))
    qtbot.waitUntil(lambda: page.desk.picture.until < seconds_of(NOW), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not page.desk._playing.isActive(), timeout=PATIENCE_MS)
    assert len(asked(mart, "ahead")) == plays
    assert not any(len(lane.plan) for lane in page.desk.picture.lanes)


def test_why_nothing_runs_at_a_moment_to_come_is_computed(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    at = seconds_of(wall("12:20:00"))
    with qtbot.waitSignal(page.desk.answered, timeout=PATIENCE_MS) as answered:
        page.desk.ask_why(Mark(kind=Kind.MOMENT, key=Key(Job.EXTRACT), since=at, until=at))
    assert answered.args is not None
    assert answered.args[1][0].rule == "R03"


def test_a_lost_connection_leaves_the_picture_as_it_is(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    known = page.desk.picture

    def gone() -> None:
        raise Unreachable("postgresql://db/x", "server closed the connection")

    mart.before = gone
    page.canvas.show_span(span_of(Unit.DAY, seconds_of(clock("12:00", 10)), BERLIN))
    qtbot.waitUntil(lambda: page._session.freshness.is_lost and not page.desk.progress.is_reading, timeout=PATIENCE_MS)
    assert page.desk.picture is known
    qtbot.waitUntil(lambda: "server closed the connection" in page.bar.note.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.canvas.scene.is_stale, timeout=PATIENCE_MS)

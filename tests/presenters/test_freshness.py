"""The picture has an age, and a lost connection is said so."""

from datetime import timedelta

from gim_manager.presenters import words
from gim_manager.presenters.freshness import RETRY_SECONDS, Freshness, Link
from tests.language.fake_window import BERLIN, NOW

LIVE = Freshness(name="prod", link=Link.OPENING).read(NOW, changed=True, live=True)


def test_live_says_when_something_changed() -> None:
    later = LIVE.read(NOW + timedelta(seconds=2), changed=False, live=True)
    assert words.plain(later.sentence(NOW + timedelta(seconds=2), BERLIN)) == "Live · changed 2 s ago"


def test_live_off_says_how_old_the_picture_is() -> None:
    paused = LIVE.read(NOW, changed=False, live=False)
    assert words.plain(paused.sentence(NOW + timedelta(seconds=65), BERLIN)) == "Live off · read 1 m 05 s ago"


def test_a_lost_connection_counts_its_attempts_and_waits_longer_each_time() -> None:
    lost = LIVE
    for attempt, pause in enumerate(RETRY_SECONDS, 1):
        lost = lost.failed(NOW, "gone")
        assert (lost.attempt, lost.pause(), lost.next_try) == (attempt, pause, NOW + timedelta(seconds=pause))
    assert lost.failed(NOW, "gone").pause() == RETRY_SECONDS[-1]


def test_the_banner_tells_the_fact_and_what_follows() -> None:
    fact, consequence = LIVE.failed(NOW, "gone").banner(NOW + timedelta(seconds=47), BERLIN) or ("", "")
    assert fact == "Connection to prod lost."
    assert consequence.startswith("This is the picture of 10:47:12.")
    assert LIVE.banner(NOW, BERLIN) is None


def test_the_status_line_tells_the_next_try() -> None:
    lost = LIVE.failed(NOW, "gone").failed(NOW, "gone")
    assert words.plain(lost.retrying(NOW)) == "next try in 2 s (attempt 3)"
    assert words.plain(lost.sentence(NOW + timedelta(seconds=47), BERLIN)) == (
        "Connection lost · picture of 10:47:12, 47 s old"
    )


def test_an_answer_ends_the_loss() -> None:
    back = LIVE.failed(NOW, "gone").read(NOW, changed=False, live=True)
    assert (back.is_lost, back.attempt, back.retrying(NOW)) == (False, 0, "")


def test_before_the_first_answer_there_is_no_age() -> None:
    assert Freshness(link=Link.OPENING).sentence(NOW, BERLIN) == "reading …"
    assert Freshness().sentence(NOW, BERLIN) == "Not connected"
    fact, _ = Freshness(name="prod").failed(NOW, "gone").banner(NOW, BERLIN) or ("", "")
    assert fact == "prod cannot be reached."


def test_R29_a_database_that_answers_and_is_refused_is_not_called_lost() -> None:
    refused = LIVE.failed(NOW, "Its schema is newer.", is_refused=True)
    assert refused.banner(NOW, BERLIN) == (f"This program cannot go on with {LIVE.name}.", "Its schema is newer.")
    assert not refused.read(NOW, changed=False, live=True).is_refused


def test_a_recording_has_a_moment_and_no_age() -> None:
    shown = Freshness(name="night", is_recording=True).read(NOW, changed=False, live=False)
    assert shown.sentence(NOW, BERLIN) == "Recording of Sun 25 Oct 2026 10:47"

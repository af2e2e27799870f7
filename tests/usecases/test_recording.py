"""A recording is written once, and looked at with a clock that stands."""

from pathlib import Path

import pytest

from gim_manager.domain.errors import BadValue, Recorded
from gim_manager.domain.job import Job
from gim_manager.store.connect import open_database
from gim_manager.usecases import history, options, recording, runs, status, why
from gim_manager.usecases.context import Context, hosted
from tests.language.clock import START


def _made(context: Context, tmp_path: Path) -> Context:
    run = runs.start(context, Job.EXTRACT, wait_for_server=False)
    assert run.id
    made = recording.record(context, tmp_path / "night", progress=lambda _done, _words: None)
    assert (made.file, made.since) == (tmp_path / "night.gimrec", START - recording.USUAL)
    assert made.rows > 0
    assert made.bytes == made.file.stat().st_size
    return Context.of(open_database(f"sqlite:///{made.file.as_posix()}"))


def test_the_same_program_shows_it_as_of_its_moment(context: Context, tmp_path: Path) -> None:
    replayed = _made(context, tmp_path)
    assert replayed.now() == START
    found = status.read(replayed)
    (waiting,) = found.waiting
    assert (waiting.job, waiting.requested_by) == (Job.EXTRACT, "person-1")
    assert why.of_run(replayed, waiting.id).story
    assert history.runs_by_id(replayed, frozenset({waiting.id})) == (waiting,)


def test_nobody_may_do_anything_in_it(context: Context, tmp_path: Path) -> None:
    replayed = _made(context, tmp_path)
    with pytest.raises(Recorded):
        runs.start(replayed, Job.EXTRACT)
    with pytest.raises(Recorded):
        options.change(replayed, {("schedule", "run-scheduler"): "true"})
    with pytest.raises(Recorded), hosted(replayed, scheduling=True):
        raise AssertionError("no server may live on it")
    with pytest.raises(Recorded):
        recording.record(replayed, tmp_path / "again", progress=lambda _done, _words: None)


def test_a_file_that_is_there_is_left_alone(context: Context, tmp_path: Path) -> None:
    (tmp_path / "night.gimrec").write_text("a letter")
    with pytest.raises(BadValue, match="is there already"):
        recording.record(context, tmp_path / "night", progress=lambda _done, _words: None)
    assert (tmp_path / "night.gimrec").read_text() == "a letter"

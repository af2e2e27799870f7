"""One full round over a small sample centre, by the real jobs."""

from pathlib import Path

import pytest

from gim_manager.domain.errors import BadValue
from gim_manager.domain.run import SCHEDULER, Status
from gim_manager.domain.verify import verify
from gim_manager.store.connect import open_database
from gim_manager.usecases import demo
from gim_manager.usecases.context import Actor, Context

SMALL = demo.sample_arguments(days=1, agents=5, calls_per_day=40, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_demo_is_one_round_of_all_jobs_and_leaves_a_schedule_going(tmp_path: Path) -> None:
    said: list[str] = []
    made = demo.build(tmp_path / "demo", SMALL, progress=said.append)
    assert [run.job for run in made.runs] == list(demo.ROUND)
    assert {run.status for run in made.runs} == {Status.COMPLETE, Status.STOPPED}
    assert {run.requested_by for run in made.runs} == {SCHEDULER}
    assert len(made.summary) == 2 and len(said) == 2 + 2 * len(demo.ROUND)
    context = Context(database=open_database(made.url), actor=Actor.here())
    assert context.options().flag("schedule", "run-scheduler")
    assert verify(context.options()) == ()
    with pytest.raises(BadValue, match="a demo"):
        demo.build(tmp_path / "demo", SMALL, progress=said.append)
    demo.remove(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_a_sample_tells_its_totals_and_is_never_written_over_anything(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'icon.sqlite').as_posix()}"
    written = demo.write_sample(url, SMALL)
    assert written.agents == 5 and written.offered == written.answered + written.abandoned
    with pytest.raises(BadValue):
        demo.write_sample(url, SMALL)


def test_a_sample_out_of_range_is_refused() -> None:
    with pytest.raises(BadValue):
        demo.sample_arguments(days=0, agents=5, calls_per_day=40, seed=1)

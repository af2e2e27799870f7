"""The sample centre lives for as long as somebody watches, and not longer."""

import multiprocessing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gim_manager.engine import processes
from gim_manager.sample.arguments import up_to
from gim_manager.sample.writer import LiveCentre, write_sample
from gim_manager.usecases.living import living
from tests.language.waiting import until


@pytest.mark.timeout(120)
def test_calls_go_on_while_inside_and_end_outside(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'icon.sqlite').as_posix()}"
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    write_sample(url, up_to(an_hour_ago, days=1, agents=5, calls_per_day=100))
    before = LiveCentre(url).last
    with living(url):
        (keeper,) = multiprocessing.active_children()
        pid = keeper.pid
        until(lambda: LiveCentre(url).last > before, seconds=60)
    assert pid is not None and processes.started(pid) is None


@pytest.mark.timeout(60)
def test_an_idb_that_is_gone_disturbs_nobody(tmp_path: Path) -> None:
    with living(f"sqlite:///{(tmp_path / 'gone.sqlite').as_posix()}"):
        (keeper,) = multiprocessing.active_children()
        assert keeper.is_alive()

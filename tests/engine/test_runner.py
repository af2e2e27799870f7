"""Which jobs this version can run."""

import pytest

from gim_manager.domain.job import Job
from gim_manager.engine import runner
from gim_manager.engine.runner import run_job
from tests.language.mart import empty_mart
from tests.language.work import a_work


def test_a_job_is_found_and_done(sqlite_url: str) -> None:
    assert run_job(a_work(empty_mart(sqlite_url), job=Job.TRANSFORM)).rows == 0


@pytest.mark.parametrize("job", Job)
def test_this_version_knows_every_job(job: Job) -> None:
    assert job in runner._ENTRIES

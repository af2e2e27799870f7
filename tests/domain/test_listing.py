"""The job list as it opens: newest first, all but what was canceled."""

from gim_manager.domain.listing import RunColumn, RunQuery


def test_a_list_that_nobody_filtered_is_newest_first() -> None:
    asked = RunQuery()
    assert (asked.order, asked.descending) == (RunColumn.ID, True)
    assert not asked.statuses and not asked.jobs and not asked.text and asked.since is None

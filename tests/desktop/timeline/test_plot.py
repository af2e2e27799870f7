"""Where moments lie, and when bars are a crowd."""

from gim_manager.desktop.timeline.plot import FEW, Plot, Scale, bucket_width, is_crowded
from gim_manager.domain.job import Job
from gim_manager.domain.run import Status
from gim_manager.domain.timeline import Ran
from gim_manager.presenters.time_span import instant_of
from gim_manager.presenters.timeline_rows import Facts


def row(count: int) -> Facts:
    times = [(instant_of(number * 60), instant_of(number * 60 + 10)) for number in range(count)]
    return Facts(
        Ran(run_id=number, job=Job.EXTRACT, status=Status.COMPLETE, start=start, end=end)
        for number, (start, end) in enumerate(times)
    )


def test_a_place_and_its_moment_are_the_same() -> None:
    scale = Scale(1000.0, 0.5)
    assert scale.x(1010.0) == 5.0
    assert scale.at(scale.x(1234.5)) == 1234.5
    plot = Plot(scale=scale, left=10, right=20, now=0)
    assert (plot.since, plot.until) == (1020.0, 1040.0)


def test_bars_are_a_crowd_where_they_would_merge_and_there_are_many() -> None:
    assert is_crowded(row(FEW), 4 / 60)
    assert not is_crowded(row(FEW), 6 / 60)
    assert not is_crowded(row(FEW - 1), 1 / 60)


def test_a_density_bar_is_an_hour_at_the_month_and_less_where_there_is_room() -> None:
    month = 950 / (31 * 86400)
    assert bucket_width(month) == 3600
    assert bucket_width(month * 31) == 300

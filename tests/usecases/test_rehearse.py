"""What a rehearsal is played with, of an Info Mart."""

from datetime import timedelta

import pytest

from gim_manager.domain.errors import BadValue
from gim_manager.domain.job import Job
from gim_manager.domain.rehearsal import rehearse
from gim_manager.domain.run import Status
from gim_manager.schema.engines import writing
from gim_manager.store.rows import micros
from gim_manager.usecases import options
from gim_manager.usecases.context import Context
from gim_manager.usecases.rehearse import question
from tests.language.clock import START
from tests.language.stored import stored


def test_options_and_past_runs_of_the_info_mart_are_played(context: Context) -> None:
    options.change(context, {("schedule", "run-scheduler"): "true", ("schedule", "timezone"): "Europe/Berlin"})
    with writing(context.database.manager) as connection:
        ends = micros(START + timedelta(minutes=20))
        stored(connection, Status.COMPLETE, job=Job.MAINTAIN, at=START, end_time=ends)
    asked = question(context)
    assert (asked.postgresql, asked.lengths[Job.MAINTAIN]) == (not context.database.is_local, timedelta(minutes=20))
    found = rehearse(asked)
    assert found.change and found.that and found.that.maintenance.bar
    assert found.that.maintenance.bar.until - found.that.maintenance.bar.since == timedelta(minutes=20)


def test_a_date_names_the_first_change_on_it_or_after(context: Context) -> None:
    options.change(context, {("schedule", "timezone"): "Europe/Berlin"})
    days = {rehearse(question(context, day)).change.day.isoformat() for day in ("2027-03-28", "2027-01-01")}  # type: ignore[union-attr]
    assert days == {"2027-03-28"}
    later = rehearse(question(context, "2027-03-29")).change
    assert later and later.day.isoformat() == "2027-10-31"


@pytest.mark.parametrize("day", ["soon", "2027-13-01", "28.3.2027"])
def test_what_is_no_date_is_refused(context: Context, day: str) -> None:
    with pytest.raises(BadValue, match="is not a date"):
        question(context, day)

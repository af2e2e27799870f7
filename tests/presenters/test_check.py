"""An error of the configuration stands in the banner: how many there are, what does not start, and what is wrong."""

from dataclasses import replace

import pytest

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.job import Job
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import check
from tests.language.fake_window import the_morning, the_status

STATUS = the_status(the_morning())


def _with(*jobs: set[Job]) -> EtlStatus:
    errors = [Finding(level=Level.ERROR, message=f"Wrong {n}.", jobs=frozenset(of)) for n, of in enumerate(jobs, 1)]
    return replace(STATUS, errors=tuple(errors))


def test_where_nothing_is_wrong_there_is_no_banner() -> None:
    assert check.banner(STATUS) is None


@pytest.mark.parametrize(
    ("jobs", "fact", "consequence"),
    [
        ([set(Job)], "The configuration has an error.", "No job starts until it is mended: Wrong 1."),
        (
            [{Job.AGGREGATE}],
            "The configuration has an error.",
            "Job_AggregateGIM does not start until it is mended: Wrong 1.",
        ),
        (
            [{Job.MAINTAIN}, {Job.EXPORT}],
            "The configuration has 2 errors.",
            "Job_MaintainGIM and Job_ExportGIM do not start until it is mended: Wrong 1.",
        ),
    ],
)
def test_R28_it_says_what_does_not_start_and_why(jobs: list[set[Job]], fact: str, consequence: str) -> None:
    assert check.banner(_with(*jobs)) == (fact, consequence)


def test_R29_a_schema_of_another_program_is_said_first() -> None:
    found = check.banner(replace(_with(set(Job)), schema_is_older=True))
    assert found and found[0] == "The schema of this Info Mart is older than this program."


def test_R28_the_option_to_mend_is_the_first_that_an_error_names() -> None:
    error = _with({Job.EXTRACT}).errors[0]
    unnamed = replace(error, section="", option="")
    named = replace(error, section="schedule", option="maintain-start-time")
    assert check.option_to_mend(replace(STATUS, errors=(unnamed,))) is None
    assert check.option_to_mend(replace(STATUS, errors=(unnamed, named))) == ("schedule", "maintain-start-time")
    assert check.option_to_mend(replace(STATUS, errors=(named,), schema_is_older=True)) is None

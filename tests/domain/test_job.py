"""What is true of each job, and the names by which it is found."""

import pytest

from gim_manager.domain.errors import UnknownJob
from gim_manager.domain.job import TRAITS, Job, job_named


def where(trait: str) -> set[Job]:
    return {job for job, traits in TRAITS.items() if getattr(traits, trait)}


def test_every_job_has_its_traits() -> None:
    assert set(TRAITS) == set(Job)


@pytest.mark.parametrize(
    ("trait", "jobs"),
    [
        ("by_hand", set(Job) - {Job.EXPORT, Job.UPDATE_STATS}),
        ("takes_parameters", {Job.AGGREGATE}),
        ("endless", {Job.AGGREGATE}),
        ("postgresql_only", {Job.UPDATE_STATS}),
        ("runs_alone", {Job.INITIALIZE, Job.MIGRATE}),
    ],
)
def test_R24_R25_R27_the_traits_are_those_of_the_rules(trait: str, jobs: set[Job]) -> None:
    assert where(trait) == jobs


@pytest.mark.parametrize("name", ["Job_TransformGIM", "job_transformgim", "TransformGIM", " transformgim "])
def test_a_job_is_found_by_its_name_in_any_case_also_without_its_prefix(name: str) -> None:
    assert job_named(name) is Job.TRANSFORM


@pytest.mark.parametrize("name", ["", "Job_", "Transform", "Job_LoadGIM", "Job_Job_TransformGIM"])
def test_an_unknown_name_is_refused_with_the_names_that_there_are(name: str) -> None:
    with pytest.raises(UnknownJob, match="Job_InitializeGIM, Job_MigrateGIM"):
        job_named(name)

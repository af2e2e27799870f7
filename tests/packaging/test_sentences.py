"""The sentences of the lower floors are found as templates, each wording by itself."""

from pathlib import Path

import pytest
import sentences

SOURCE = '''
"""A docstring that is no sentence of the program."""
_LOG.info("a line of the log")

def reason(run, days, schedule, suspended):
    """Nor is this one."""
    if run.name == "looks like a sentence":
        raise ValueError("a bug is for nobody to read")
    late = " it is late" if suspended else ""
    rows = "SELECT a FROM b WHERE c is not null"
    return {source!r}
'''


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"Nothing holds it back."', ["Nothing holds it back."]),
        ('f"Waits for {run.job} {run.id} to end."', ["Waits for {job} {id} to end."]),
        ('f"{run.job} waits for {other.job}."', ["{job} waits for {job2}."]),
        ("f\"{days} day{'s' * (days != 1)} left.\"", ["{days} day left.", "{days} days left."]),
        ("f\"It {'is' if days else 'was'} held.\"", ["It is held.", "It was held."]),
        ('f"So{late}."', ["So it is late."]),
        ('f"{schedule.wall(run.due, now)} is near."', ["{due} is near."]),
    ],
)
def test_a_text_is_a_template(tmp_path: Path, source: str, found: list[str]) -> None:
    (tmp_path / "domain").mkdir()
    module = SOURCE.replace("{source!r}", source)
    (tmp_path / "domain" / "reasons.py").write_text(module, encoding="utf-8")
    usual = {*sentences.ALONE, "it is late", "is", "was"}
    assert [text for text in sentences.sentences(tmp_path) if text not in usual] == found

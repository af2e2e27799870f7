"""`check`: the configuration check, and whether it found an error."""

from __future__ import annotations

import sys

import typer

from gim_manager.cli import output
from gim_manager.cli.session import Session
from gim_manager.domain.conditions import Finding
from gim_manager.domain.errors import Exit
from gim_manager.domain.job import Job
from gim_manager.usecases import check as usecase


def check(call: typer.Context) -> None:
    """Check the options and what they depend on.

    Ends with 1 if there is an error; warnings leave it 0.
    """
    session: Session = call.obj
    with session.context(any_age=True) as context:
        checked = usecase.check(context)
    if session.json:
        output.emit({"ok": checked.ok, "findings": [finding_object(finding) for finding in checked.findings]})
    else:
        told = "".join(f"{finding.level}: {finding.message}\n" for finding in checked.findings)
        sys.stdout.write(told or "Nothing is wrong.\n")
    if not checked.ok:
        raise typer.Exit(Exit.FAILED)


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding by the contract; the jobs in the order of the guide."""
    return {
        "level": finding.level.value,
        "section": finding.section or None,
        "option": finding.option or None,
        "jobs": [job.value for job in Job if job in finding.jobs],
        "message": finding.message,
    }

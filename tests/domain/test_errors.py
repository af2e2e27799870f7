"""Every error is a sentence that says what to do, and knows its exit code."""

from datetime import UTC, datetime

import pytest

from gim_manager.domain import errors
from gim_manager.domain.errors import Exit, GimError

EXAMPLES: list[tuple[GimError, Exit, str]] = [
    (errors.UnknownJob("Job_Load", ["Job_ExtractICON", "Job_TransformGIM"]), Exit.USAGE, "Job_ExtractICON, Job_Tr"),
    (errors.UnknownOption("schedule", "etl"), Exit.USAGE, "gim-manager options list schedule"),
    (errors.BadOption("schedule", "etl-frequency", "x", "a whole number"), Exit.USAGE, "it takes a whole number"),
    (errors.BadUrl("mysql://x", "no driver"), Exit.USAGE, "Write sqlite:///PATH"),
    (errors.UnknownRun(7), Exit.USAGE, "gim-manager jobs"),
    (errors.NotAnInfoMart("x.sqlite"), Exit.USAGE, "gim-manager init"),
    (errors.NotAnInfoMart("x", found="CTL_AUDIT_LOG"), Exit.USAGE, "a real Info Mart is never touched"),
    (errors.ManagerFileLost("x.manager.sqlite", "is missing"), Exit.USAGE, "put the right file back"),
    (errors.Refused("R24", "Not by hand."), Exit.REFUSED, "Not by hand."),
    (errors.Unreachable("The database", "no route"), Exit.UNREACHABLE, "cannot be reached: no route"),
    (errors.NoServer(), Exit.UNREACHABLE, "gim-manager serve"),
    (errors.NotPermitted("You may not."), Exit.NOT_PERMITTED, "You may not."),
    (errors.StorageFailed("x.sqlite", "disk full"), Exit.FAILED, "disk full"),
    (errors.JobFailed("It broke."), Exit.FAILED, "It broke."),
    (errors.SourceUnreadable("main", "no table G_IR"), Exit.FAILED, "The data source main cannot be read"),
    (errors.BadSchedule("'x' is no time."), Exit.USAGE, "no time"),
    (errors.ChangedMeanwhile(["ada set etl-frequency to 15."]), errors.GimError.exit_code, "others were faster"),
    (errors.NewerSchema("x", found="0009", known="0007"), Exit.REFUSED, "Use the newer program"),
    (errors.OlderSchema("x", found="0001", known="0007"), Exit.REFUSED, "gim-manager migrate"),
    (errors.OlderServer("desk:7", "1.0", datetime(2026, 11, 23, tzinfo=UTC)), Exit.REFUSED, "End it, wait for"),
    (errors.NoKeyring("is locked", "it says so"), Exit.NOT_PERMITTED, "PGPASSFILE"),
    (errors.SessionsShared("x"), Exit.UNREACHABLE, "pool_mode = session"),
    (errors.ReadOnly("x"), Exit.UNREACHABLE, "start it on the primary"),
    (errors.Recorded("Running a job"), Exit.NOT_PERMITTED, "which is only read"),
    (errors.OtherRecording("x.gimrec", "0.2.0"), errors.GimError.exit_code, "Open it with that version"),
    (errors.Abandoned(), Exit.INTERRUPTED, "Nothing was written"),
    (errors.RunTaken(7), errors.JobFailed.exit_code, "no longer this worker's"),
]


@pytest.mark.parametrize(("error", "code", "says"), EXAMPLES, ids=[type(error).__name__ for error, *_ in EXAMPLES])
def test_an_error_says_what_to_do_and_knows_its_exit_code(error: GimError, code: Exit, says: str) -> None:
    assert error.exit_code is code
    assert says in str(error)


def test_every_error_has_an_example_here() -> None:
    declared = {name for name, thing in vars(errors).items() if isinstance(thing, type) and issubclass(thing, GimError)}
    assert declared - {"GimError", "BadValue"} == {type(error).__name__ for error, *_ in EXAMPLES}


def test_a_refusal_keeps_its_rule_out_of_its_sentence() -> None:
    refused = errors.Refused("R24", "Not by hand.")
    assert (refused.rule, refused.reason, str(refused)) == ("R24", "Not by hand.", "Not by hand.")

"""Options: read, set, and taken to and from a file whole or not at all."""

import pytest

from gim_manager.domain.access import Access, NeedsRole, Role
from gim_manager.domain.errors import BadOption, BadValue, ChangedMeanwhile, UnknownOption
from gim_manager.schema.engines import reading
from gim_manager.store import audit
from gim_manager.usecases import options
from gim_manager.usecases.context import Context

FREQUENCY = ("schedule", "etl-frequency")


def test_an_option_is_listed_with_its_default_until_it_is_set(context: Context) -> None:
    assert options.get(context, *FREQUENCY).value == "30"
    options.change(context, {FREQUENCY: "15"})
    row = options.get(context, *FREQUENCY)
    assert (row.value, row.default) == ("15", "30")
    assert row in options.listed(context, "schedule")
    assert len(options.listed(context)) > len(options.listed(context, "schedule"))
    options.change(context, {FREQUENCY: None})
    assert options.get(context, *FREQUENCY).value == "30"


def test_what_is_not_valid_changes_nothing(context: Context) -> None:
    with pytest.raises(BadOption):
        options.change(context, {("schedule", "timezone"): "Asia/Tokyo", FREQUENCY: "often"})
    assert options.get(context, "schedule", "timezone").value == "GMT"
    with pytest.raises(UnknownOption):
        options.get(context, "schedule", "nothing")
    with pytest.raises(BadValue, match="no section"):
        options.listed(context, "nothing")


def test_a_file_goes_out_and_comes_back_unchanged(context: Context) -> None:
    options.change(context, {FREQUENCY: "15", ("gim-export", "output-directory"): "out/100%/=x"})
    text = options.export_ini(context)
    assert "[schedule]" in text and "etl-frequency = 15" in text
    assert options.import_ini(context, text).changed == ()
    options.change(context, {FREQUENCY: None})
    assert options.import_ini(context, text).changed == ("[schedule] etl-frequency = 15 (was 30)",)
    assert options.get(context, *FREQUENCY).value == "15"


def test_a_file_with_errors_names_them_all_and_changes_nothing(context: Context) -> None:
    text = "[schedule]\netl-frequency = often\netl-start-time = late\ntimezone = Asia/Tokyo\n"
    found = options.import_ini(context, text)
    assert len(found.errors) == 2 and found.changed == ()
    assert options.get(context, "schedule", "timezone").value == "GMT"


def test_an_unknown_option_is_kept_and_named(context: Context) -> None:
    found = options.import_ini(context, "[elsewhere]\nCamelCase = 1\n")
    assert found.unknown == ("[elsewhere] CamelCase",)
    assert "CamelCase = 1" in options.export_ini(context)


def test_a_dry_run_says_and_does_not(context: Context) -> None:
    found = options.import_ini(context, "[schedule]\netl-frequency = 15\n", dry_run=True)
    assert found.changed == ("[schedule] etl-frequency = 15 (was 30)",)
    assert options.get(context, *FREQUENCY).value == "30"


def test_what_is_no_ini_file_is_said_line_by_line(context: Context) -> None:
    found = options.import_ini(context, "no section = 1\n[a]\nx\ny = 1\ny = 2\n[schedule]\nrun-export = perhaps\n")
    assert [error.partition(":")[0] for error in found.errors] == ["Line 1", "Line 3", "Line 5", "Line 7"]
    assert not context.options().values


def test_an_unknown_option_is_listed_read_and_unset(context: Context) -> None:
    options.import_ini(context, "[log4j]\nmax-backup-index = 10\n")
    row = options.get(context, "log4j", "max-backup-index")
    assert (row.value, row.effect) == ("10", "never")
    assert options.listed(context, "log4j") == (row,)
    options.change(context, {("log4j", "max-backup-index"): None})
    with pytest.raises(UnknownOption):
        options.change(context, {("log4j", "max-backup-index"): None})


def test_M03_a_calendar_of_defaults_alone_comes_along(context: Context) -> None:
    found = options.import_ini(context, "[date-time-plain]\ndate-time-tz = GMT\n")
    assert found.changed == ("[date-time-plain] date-time-tz = GMT (was not set)",)
    assert context.options().calendars() == ("date-time", "date-time-plain")
    assert options.import_ini(context, options.export_ini(context)).changed == ()


def test_what_may_let_somebody_in_is_not_in_the_audit_trail(context: Context) -> None:
    hook = "https://hooks.example.com/s3cret"
    options.change(context, {("alarms", "webhook-url"): hook, FREQUENCY: "15"})
    options.import_ini(context, "[elsewhere]\ndb-Password = s3cret\n")
    with reading(context.database.manager) as connection:
        told = {act.subject: act.detail for act in audit.acts(connection)}
    assert told == {
        "[alarms] webhook-url": "***", "[elsewhere] db-Password": "***", "[schedule] etl-frequency": "15",
    }  # fmt: skip


def test_that_options_left_stands_in_the_audit_trail(context: Context) -> None:
    options.export_ini(context)
    with reading(context.database.manager) as connection:
        (act,) = audit.acts(connection)
    assert (act.actor, act.action, act.subject) == ("ada", "exported", "the options")


def test_everything_for_a_page_is_read_at_once(context: Context) -> None:
    options.change(context, {FREQUENCY: "15"})
    read = options.read(context)
    assert read.options.get_raw(*FREQUENCY) == "15"
    assert [(change.by, change.old, change.new) for change in read.recent] == [("ada", None, "15")]


def test_two_people_at_one_option_the_second_is_told(context: Context) -> None:
    options.change(context, {FREQUENCY: "15"}, seen={FREQUENCY: None})
    with pytest.raises(ChangedMeanwhile):
        options.change(context, {FREQUENCY: "20"}, seen={FREQUENCY: None})
    assert options.get(context, *FREQUENCY).value == "15"


def test_an_option_goes_back_to_what_it_was(context: Context) -> None:
    for value in ("15", "20"):
        options.change(context, {FREQUENCY: value})
    assert options.revert(context, *FREQUENCY).value == "15"
    assert options.revert(context, *FREQUENCY, back=3).value == "30", "before it was set at all"
    assert context.options().get_raw(*FREQUENCY) is None
    assert [change.new for change in options.history(context)] == [None, "15", "20", "15"]
    with pytest.raises(BadValue, match=r"changed 4 times: nothing lies 5 changes back"):
        options.revert(context, *FREQUENCY, back=5)
    with pytest.raises(BadValue, match="changed 0 times"):
        options.revert(context, "schedule", "timezone")


def test_R28_a_file_says_before_what_the_check_would_find(context: Context) -> None:
    found = options.import_ini(context, "[schedule]\nmaintain-start-time = 12:00\n", dry_run=True)
    assert [finding.option for finding in found.findings] == ["maintain-start-time"]
    assert not context.options().values


def test_a_secret_is_not_in_what_a_file_changes(context: Context) -> None:
    found = options.import_ini(context, "[alarms]\nwebhook-url = https://h.example/s3cret\n")
    assert found.changed == ("[alarms] webhook-url = *** (was ***)",)


def test_who_is_no_administrator_reads_and_does_not_put_back(context: Context) -> None:
    options.change(context, {FREQUENCY: "15"})
    context.access = Access(role=Role.OPERATOR)
    assert options.read(context).access.role is Role.OPERATOR
    with pytest.raises(NeedsRole):
        options.revert(context, *FREQUENCY)
    with pytest.raises(NeedsRole):
        options.change(context, {FREQUENCY: "20"}, seen={FREQUENCY: "15"})
    assert context.options().get_raw(*FREQUENCY) == "15"

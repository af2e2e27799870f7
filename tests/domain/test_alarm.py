"""An alarm is told once when it is raised and once when it is cleared, whatever happens in between."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gim_manager.domain.alarm import Alarm, Kind, Policy, Severity, policy, review
from gim_manager.domain.health import Rule, Symptom
from gim_manager.domain.options import Options
from tests.language.build import at

ALL = frozenset(Rule)
BY = Policy(rules=ALL, settle=timedelta(minutes=5), remind=None)
FAILED = Symptom(rule=Rule.JOB_FAILED, subject="Job_ExtractICON", message="Job_ExtractICON 7 failed: why.")
LOW = Symptom(rule=Rule.DISK_LOW, subject="/db", message="10 MB left.")


class Watch:
    """Looks again and again, and keeps what is raised, as the store does."""

    def __init__(self, by: Policy = BY) -> None:
        self.by, self.raised = by, dict[tuple[Rule, str], Alarm]()

    def sees(self, when: str | datetime, *found: Symptom) -> list[Kind]:
        now = at(when) if isinstance(when, str) else when
        result = review(tuple(self.raised.values()), found, now, self.by)
        for alarm in result.changed:
            self.raised[alarm.key] = alarm
            if not alarm.is_raised:
                del self.raised[alarm.key]
        return [told.kind for told in result.told]


def test_what_is_wrong_is_told_once_and_its_end_is_told_once() -> None:
    watch = Watch()
    assert watch.sees("10:00", FAILED) == [Kind.RAISED]
    assert watch.sees("10:01", FAILED) == []
    assert watch.sees("10:02") == [Kind.CLEARED]
    assert watch.sees("10:03") == []


def test_what_is_as_before_changes_nothing() -> None:
    alarm = Alarm(rule=FAILED.rule, subject=FAILED.subject, message=FAILED.message, raised_at=at("09:00"), id=4)
    assert review([alarm], [FAILED], at("10:00"), BY) == review([], [], at("10:00"), BY)


def test_two_subjects_are_two_alarms() -> None:
    watch = Watch()
    other = replace(FAILED, subject="Job_TransformGIM")
    assert watch.sees("10:00", FAILED, other) == [Kind.RAISED, Kind.RAISED]
    assert watch.sees("10:01", other) == [Kind.CLEARED]


def test_what_hovers_about_its_threshold_is_told_once() -> None:
    watch = Watch()
    assert watch.sees("10:00", LOW) == [Kind.RAISED]
    for minute in range(1, 30, 2):
        assert watch.sees(f"10:{minute:02d}") == []
        assert watch.sees(f"10:{minute + 1:02d}", LOW) == []
    assert watch.sees("10:31") == []
    assert watch.sees("10:35:59") == []
    assert watch.sees("10:36") == [Kind.CLEARED]


def test_the_sentence_may_change_without_being_told() -> None:
    watch = Watch()
    watch.sees("10:00", LOW)
    assert watch.sees("10:01", replace(LOW, message="9 MB left.")) == []
    assert watch.raised[LOW.rule, LOW.subject].message == "9 MB left."


def test_a_reminder_comes_after_its_hours_as_long_as_it_lasts() -> None:
    watch = Watch(replace(BY, remind=timedelta(hours=2)))
    assert watch.sees("10:00", FAILED) == [Kind.RAISED]
    assert watch.sees("11:59", FAILED) == []
    assert watch.sees("12:00", FAILED) == [Kind.REMINDER]
    assert watch.sees("13:59", FAILED) == []
    assert watch.sees("14:00", FAILED) == [Kind.REMINDER]
    assert watch.sees("14:01") == [Kind.CLEARED]


def test_a_rule_that_is_switched_off_raises_nothing_and_clears_at_once_what_it_raised() -> None:
    watch = Watch()
    watch.sees("10:00", LOW)
    watch.by = replace(BY, rules=ALL - {Rule.DISK_LOW})
    assert watch.sees("10:01", LOW) == [Kind.CLEARED]
    assert watch.sees("10:02", LOW) == []


def test_R33_a_clock_that_was_set_back_a_day_holds_up_no_clearing_and_no_reminder() -> None:
    watch = Watch(replace(BY, remind=timedelta(hours=2)))
    watch.sees("2026-11-24T10:00", LOW)
    watch.sees("2026-11-24T10:01")
    assert watch.sees("10:00") == []
    assert watch.sees("10:05") == [Kind.CLEARED]


def test_the_options_say_which_rules_count_and_how_long() -> None:
    by = policy(Options.defaults().changed({("alarms", "remind-after-hours"): "8", ("alarms", "disk-low"): "false"}))
    assert by.rules == ALL - {Rule.DISK_LOW, Rule.LONG_RUN}
    assert (by.settle, by.remind) == (timedelta(minutes=5), timedelta(hours=8))
    assert policy(Options.defaults()).remind is None


def test_what_stops_the_data_is_critical() -> None:
    alarm = Alarm(rule=Rule.NO_GOOD_CYCLE, subject="", message="", raised_at=at("10:00"))
    assert alarm.severity is Severity.CRITICAL
    assert replace(alarm, rule=Rule.LONG_RUN).severity is Severity.WARNING


@given(st.lists(st.tuples(st.integers(0, 600), st.sets(st.sampled_from((FAILED, LOW)))), max_size=40))
def test_whatever_is_seen_each_alarm_is_raised_then_cleared_in_turn(looks: list[tuple[int, set[Symptom]]]) -> None:
    watch, now, told = Watch(), at("00:00"), list[Kind]()
    for seconds, found in looks:
        now += timedelta(seconds=seconds)
        told += watch.sees(now, *(symptom for symptom in found if symptom is LOW))
    assert told == [Kind.RAISED, Kind.CLEARED] * (len(told) // 2) + [Kind.RAISED] * (len(told) % 2)

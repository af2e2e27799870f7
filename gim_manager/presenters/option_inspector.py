"""What is told of the one option that has the focus: what it means and takes, when it ticks, and what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.channel import Channel, channel_of
from gim_manager.domain.option import Kind, Option
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import find_option
from gim_manager.domain.schedule import zone_of
from gim_manager.presenters import option_words, words
from gim_manager.presenters.alarms import NAMES
from gim_manager.presenters.language import later, retold, tr
from gim_manager.presenters.option_sheet import Judged, Sheet
from gim_manager.presenters.options import overtaken, why_not_change
from gim_manager.usecases.options import OptionChange

NO_HISTORY = later("Never changed")
_FOREIGN = later("Not known to this program; kept as an import brought it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of an option, as history shows it."""

    key: Key
    values: str
    """`30 → 20`."""
    story: str
    """Who, and when."""
    tip: str
    old: str | None
    """What Revert puts into the editor; None is the default."""
    why_not: str
    """Why it cannot be reverted to; empty if it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The way from a channel's options to trying it."""

    channel: Channel
    text: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspector:
    """Everything about one option."""

    key: Key
    meaning: str
    facts: tuple[tuple[str, str], ...]
    error: str
    warning: str
    overtaken: str
    """Who changed it meanwhile; the person decides between theirs and their own."""
    times: tuple[tuple[str, str, str], ...]
    """Day, time, abbreviation of the zone."""
    history: tuple[Change, ...] | None
    """None until it is read."""
    test: Trial | None
    why_not_reset: str | None
    """Why it cannot be put back to its default; empty if it can, None where there is none."""

    @property
    def name(self) -> str:
        """The name of the option."""
        return self.key[1]


def inspector(
    sheet: Sheet, found: Judged, key: Key, now: datetime, history: Sequence[OptionChange] | None
) -> Inspector:
    """What is known of an option; `history` newest first."""
    declared, text = find_option(*key), sheet.text(key)
    zone = zone_of(found.proposed)
    is_cron = declared is not None and declared.kind is Kind.CRON
    return Inspector(
        key=key, meaning=words.quoted(retold(declared.meaning)) if declared else tr(_FOREIGN),
        facts=_facts(declared), error=words.quoted(retold(found.errors.get(key, ""))),
        warning=retold(found.warnings.get(key, "")),
        overtaken=f"{overtaken(sheet, key)}." if key in found.overtaken else "",
        times=option_words.next_times(text, zone, now) if is_cron else (),
        history=None if history is None else tuple(_change(sheet, change, zone, now) for change in history),
        test=_test(sheet, key), why_not_reset=_why_not_reset(sheet, key, declared),
    )  # fmt: skip


def _facts(declared: Option | None) -> tuple[tuple[str, str], ...]:
    if declared is None:
        return ()
    return (
        (tr("Default"), ", ".join(declared.default.split(",")) or tr(option_words.NOTHING)),
        (tr("Valid"), words.quoted(retold(declared.valid))),
        (tr("Takes effect"), retold(declared.effect)),
    )


def all_changes(sheet: Sheet, history: Sequence[OptionChange], now: datetime) -> tuple[Change, ...]:
    """The history of every option, newest first."""
    zone = zone_of(sheet.stored)
    return tuple(_change(sheet, change, zone, now) for change in history)


def _change(sheet: Sheet, change: OptionChange, zone: tzinfo, now: datetime) -> Change:
    key = change.section, change.name
    declared = find_option(*key)
    old, new = (option_words.value(declared, value) for value in (change.old, change.new))
    when = words.clock_time(change.at, zone, today=now.astimezone(zone).date())
    by = tr("{by} on {host}", by=change.by, host=change.host) if change.host else change.by
    return Change(
        key=key, values=f"{old} → {new}", story=f"{change.by}, {when}",
        tip=f"{by}\n{words.time_tip(change.at, zone)}", old=change.old,
        why_not=_why_not(sheet, declared, change.old),
    )  # fmt: skip


def _why_not(sheet: Sheet, declared: Option | None, old: str | None) -> str:
    if why := why_not_change(sheet):
        return why
    if declared is None:
        return tr("not known to this program")
    same = sheet.text((declared.section, declared.name)) == (declared.default if old is None else old)
    return tr("the editor holds this value") if same else ""


def _why_not_reset(sheet: Sheet, key: Key, declared: Option | None) -> str | None:
    if declared is None:
        return None
    if why := why_not_change(sheet):
        return why
    draft = sheet.drafts.get(key)
    is_default = draft.text is None if draft else sheet.stored.get_raw(*key) is None
    return tr("it is the default") if is_default else ""


def _test(sheet: Sheet, key: Key) -> Trial | None:
    channel = channel_of(*key)
    if channel is None:
        return None
    drafted = any(channel_of(*draft) is channel for draft in sheet.drafts)
    why = tr("apply the changes first: a test uses what is applied") if drafted else ""
    return Trial(channel=channel, text=tr("Test {channel}…", channel=tr(NAMES[channel])), why_not=why)

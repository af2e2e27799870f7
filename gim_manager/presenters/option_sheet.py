"""The options while a person changes them: what is set, what is drafted over it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gim_manager.domain.channel import channel_findings
from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.errors import BadOption
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import Options, check_value, find_option
from gim_manager.domain.verify import ALARMS, verify
from gim_manager.usecases.options import Changes, OptionChange, Read


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A value that is not applied yet."""

    text: str | None
    """As it was typed; None puts the option back to its default."""
    over: str | None
    """What was set when the person began; None where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Every act of a person gives another sheet; nothing is written before they apply it."""

    read: Read = field(default_factory=lambda: Read(options=Options()))
    drafts: Mapping[Key, Draft] = field(default_factory=dict)

    @property
    def stored(self) -> Options:
        """What is set, as it was read last."""
        return self.read.options

    def in_force(self, key: Key) -> str:
        """The value that is set, or the default."""
        raw = self.stored.get_raw(*key)
        return raw if raw is not None else _default(key)

    def text(self, key: Key) -> str:
        """What the editor holds."""
        draft = self.drafts.get(key)
        if draft is None:
            return self.in_force(key)
        return _default(key) if draft.text is None else draft.text

    def typed(self, key: Key, text: str) -> Sheet:
        """With this text in the editor; the value that is in force is no draft."""
        return self._with(key, None if _normal(key, text) == self.in_force(key) else self._draft(key, text))

    def put(self, key: Key, value: str | None) -> Sheet:
        """With a value that was set once, or None for the default."""
        return self._with(key, None if value == self.stored.get_raw(*key) else self._draft(key, value))

    def reset(self, keys: tuple[Key, ...]) -> Sheet:
        """With these at their defaults."""
        sheet = self
        for key in keys:
            sheet = sheet.put(key, None)
        return sheet

    def discarded(self) -> Sheet:
        """Without any draft."""
        return replace(self, drafts={})

    def decided(self, key: Key, *, mine: bool) -> Sheet:
        """Another person has changed it meanwhile: what is drafted goes over theirs, or is given up."""
        draft = self.drafts[key]
        return self._with(key, replace(draft, over=self.stored.get_raw(*key)) if mine else None)

    def refreshed(self, read: Read) -> Sheet:
        """As the options are now: a draft that came true by itself, or by being applied, is none any more."""
        kept = {key: draft for key, draft in self.drafts.items() if _wanted(key, draft) != read.options.get_raw(*key)}
        return replace(self, read=read, drafts=kept)

    def written(self, changes: Changes) -> Sheet:
        """After these were applied: who typed on meanwhile is overtaken by nobody but themselves."""
        drafts = {
            key: replace(draft, over=changes[key]) if key in changes else draft for key, draft in self.drafts.items()
        }
        return replace(self, drafts=drafts)

    def overtaken(self, key: Key) -> bool:
        """Whether another person has changed it since this one began."""
        draft = self.drafts.get(key)
        return draft is not None and draft.over != self.stored.get_raw(*key)

    def latest(self, key: Key) -> OptionChange | None:
        """Who changed it last, where that was lately."""
        return next((change for change in self.read.recent if (change.section, change.name) == key), None)

    def _draft(self, key: Key, text: str | None) -> Draft:
        before = self.drafts.get(key)
        return Draft(text=text, over=before.over if before else self.stored.get_raw(*key))

    def _with(self, key: Key, draft: Draft | None) -> Sheet:
        drafts = dict(self.drafts)
        drafts.pop(key, None)
        return replace(self, drafts={**drafts, key: draft} if draft else drafts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What follows from a sheet: what may be applied, and what keeps it from being applied."""

    proposed: Options
    """What is set, with every draft that is a valid value."""
    unreadable: frozenset[Key] = frozenset()
    """Drafts that are no valid value by themselves."""
    errors: Mapping[Key, str] = field(default_factory=dict)
    """A sentence an option; also those that were wrong before."""
    warnings: Mapping[Key, str] = field(default_factory=dict)
    blocking: tuple[Key, ...] = ()
    """What must be right before anything is applied."""
    overtaken: tuple[Key, ...] = ()
    """What must be decided before anything is applied."""


def judged(sheet: Sheet) -> Judged:
    """Everything that is wrong, at once; what was wrong before the drafts and is not touched keeps nobody from more."""
    unreadable = {key: _wrong(key, draft) for key, draft in sheet.drafts.items() if _wrong(key, draft)}
    proposed = _proposed(sheet, frozenset(unreadable))
    found = _findings(proposed)
    errors = {**_by_key(found, Level.ERROR), **unreadable}
    before = _by_key(verify(sheet.stored), Level.ERROR)
    return Judged(
        proposed=proposed, unreadable=frozenset(unreadable), errors=errors, warnings=_by_key(found, Level.WARNING),
        blocking=tuple(key for key in errors if key in sheet.drafts or key not in before),
        overtaken=tuple(key for key in sheet.drafts if sheet.overtaken(key)),
    )  # fmt: skip


def _findings(options: Options) -> tuple[Finding, ...]:
    found = verify(options)
    wrong = {finding.section for finding in found if finding.level is Level.ERROR}
    return found if ALARMS in wrong else (*found, *channel_findings(options))


def changes(sheet: Sheet) -> Changes:
    """What applying writes; of a sheet whose drafts are all valid."""
    return {key: _wanted(key, draft) for key, draft in sheet.drafts.items()}


def seen(sheet: Sheet) -> Changes:
    """What was set where the person decided."""
    return {key: draft.over for key, draft in sheet.drafts.items()}


def previewed(sheet: Sheet, found: Judged) -> tuple[Options, tuple[Key, ...]]:
    """The options of a look ahead, and the drafts that are left out of it because they are wrong."""
    left_out = tuple(key for key in sheet.drafts if key in found.errors)
    return _proposed(sheet, frozenset(left_out)), left_out


def _proposed(sheet: Sheet, without: frozenset[Key]) -> Options:
    values = dict(sheet.stored.values)
    for key, draft in sheet.drafts.items():
        if key in without:
            continue
        wanted = _wanted(key, draft)
        if wanted is None:
            values.pop(key, None)
        else:
            values[key] = wanted
    return Options(values=values)


def _by_key(found: tuple[Finding, ...], level: Level) -> dict[Key, str]:
    told: dict[Key, str] = {}
    for finding in found:
        if finding.level is level and finding.section and finding.option:
            told.setdefault((finding.section, finding.option), finding.message)
    return told


def _default(key: Key) -> str:
    declared = find_option(*key)
    return declared.default if declared else ""


def _normal(key: Key, text: str) -> str:
    """The text as it would be kept; as it stands where it is not valid."""
    try:
        return check_value(*key, text)
    except BadOption:
        return text


def _wanted(key: Key, draft: Draft) -> str | None:
    return None if draft.text is None else _normal(key, draft.text)


def _wrong(key: Key, draft: Draft) -> str:
    if draft.text is None:
        return ""
    try:
        check_value(*key, draft.text)
    except BadOption as wrong:
        return str(wrong)
    return ""

"""The options as they are set: values by section and name, each falling back to its declared default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from gim_manager.domain.errors import UnknownOption
from gim_manager.domain.option import Kind, Option
from gim_manager.domain.option_list import OPTIONS
from gim_manager.domain.timing import wall_time

__all__ = ["OPTIONS", "Kind", "Option", "Options", "check_value", "find_option", "is_secret", "option", "shown_value"]

CALENDAR = "date-time"
_DECLARED = {(declared.section, declared.name): declared for declared in OPTIONS}


def find_option(section: str, name: str) -> Option | None:
    """The declaration; a section `date-time-*` has the options of [date-time] (M03). None if there is none."""
    if section.startswith(f"{CALENDAR}-") and (calendar := _DECLARED.get((CALENDAR, name))):
        return replace(calendar, section=section)
    return _DECLARED.get((section, name))


def option(section: str, name: str) -> Option:
    """The declaration; raises UnknownOption."""
    if found := find_option(section, name):
        return found
    raise UnknownOption(section, name)


def is_secret(section: str, name: str) -> bool:
    """Whether the value may let somebody in, and so is for administrators and servers alone."""
    declared = find_option(section, name)
    return declared.is_secret if declared else "password" in name.casefold()


def shown_value(section: str, name: str, value: str) -> str:
    """The value as everybody may read it."""
    return "***" if is_secret(section, name) else value


def check_value(section: str, name: str, text: str) -> str:
    """The value as it is kept; raises UnknownOption or BadOption."""
    return option(section, name).checked(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Immutable; `values` holds only what was set, as text. An option that nobody declared is kept and never read."""

    values: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __hash__(self) -> int:
        """By value, so that what follows from the options alone is worked out once for each."""
        return hash(frozenset(self.values.items()))

    @classmethod
    def defaults(cls) -> Options:
        """Nothing set."""
        return cls()

    def get_raw(self, section: str, name: str) -> str | None:
        """What was set, None if nothing."""
        return self.values.get((section, name))

    def text(self, section: str, name: str) -> str:
        """The value or its default; raises UnknownOption."""
        raw = self.get_raw(section, name)
        return option(section, name).default if raw is None else raw

    def number(self, section: str, name: str) -> int:
        """The value of a NUMBER."""
        return int(self.text(section, name))

    def flag(self, section: str, name: str) -> bool:
        """The value of a FLAG."""
        return self.text(section, name) == "true"

    def time(self, section: str, name: str) -> timedelta:
        """The value of a TIME or DURATION, since midnight."""
        return wall_time(self.text(section, name), allow_24=True)

    def changed(self, changes: Mapping[tuple[str, str], str | None]) -> Options:
        """With these values set, or unset where None; the values are checked, raises UnknownOption or BadOption.

        An option that nobody declared can only be unset.
        """
        values = dict(self.values)
        for (section, name), value in changes.items():
            if value is not None:
                values[section, name] = check_value(section, name, value)
            elif values.pop((section, name), None) is None:
                option(section, name)
        return Options(values=values)

    def calendars(self) -> tuple[str, ...]:
        """The sections that describe a calendar: [date-time] first, then each [date-time-*] that sets anything."""
        own = {section for section, _ in self.values if section.startswith(f"{CALENDAR}-")}
        return (CALENDAR, *sorted(own))

    def unknown(self) -> Iterator[tuple[str, str]]:
        """What is set but declared nowhere, kept from an import."""
        return (key for key in sorted(self.values) if find_option(*key) is None)

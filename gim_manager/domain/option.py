"""What one option is: its kind, its range, when a change takes effect, and how a value for it is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from gim_manager.domain.aggregates import BUCKETS
from gim_manager.domain.cron2 import cron2
from gim_manager.domain.errors import BadOption, BadSchedule
from gim_manager.domain.timing import wall_time, zone_named

IMMEDIATELY = "immediately"


class Kind(StrEnum):
    """What a value is; the editor on the screen follows from it."""

    FLAG = "flag"
    NUMBER = "number"
    TIME = "time"
    DURATION = "duration"
    ZONE = "zone"
    CRON = "cron"
    TEXT = "text"
    PATH = "path"
    CHOICE = "choice"
    DATE = "date"
    """A day or an instant in UTC, `YYYY-MM-DD` or `YYYY-MM-DD HH:mm:ss`; empty: none."""
    ORDER = "order"
    """All the choices, in an order that a person gives."""
    STEPS = "steps"
    """Whole numbers that grow, fewer than there are service time intervals between them."""
    ENCODING = "encoding"
    """A character set."""
    PATTERN = "pattern"
    """A text of one form: `pattern` says which, `form` says it in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option as declared in option_list.py."""

    section: str
    name: str
    default: str
    kind: Kind
    effect: str
    """`immediately` or `next run of Job_…`."""
    meaning: str
    low: int | None = None
    high: int | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""
    form: str = ""
    is_secret: bool = False
    """Its value may hold what lets somebody in; it is for administrators and servers, and never in the audit trail."""

    @property
    def valid(self) -> str:
        """The valid values in words, as the object of *it takes*."""
        return _IN_WORDS[self.kind](self)

    def checked(self, text: str) -> str:
        """The value as it is kept; raises BadOption that names what is valid."""
        value = text.strip()
        try:
            return _CHECKS[self.kind](self, value)
        except BadSchedule as wrong:
            raise BadOption(self.section, self.name, text, f"{self.valid} ({str(wrong).rstrip('.')})") from None
        except ValueError:
            raise BadOption(self.section, self.name, text, self.valid) from None


_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")


def _flag(option: Option, value: str) -> str:
    if value.casefold() not in _TRUE | _FALSE:
        raise ValueError(value)
    return "true" if value.casefold() in _TRUE else "false"


def _number(option: Option, value: str) -> str:
    if not _NUMBER.fullmatch(value):
        raise ValueError(value)
    number = int(value)
    if (option.low is not None and number < option.low) or (option.high is not None and number > option.high):
        raise ValueError(value)
    return str(number)


def _time(option: Option, value: str) -> str:
    wall_time(value, allow_24=option.kind is Kind.DURATION)
    return value.zfill(5)


def _zone(option: Option, value: str) -> str:
    zone_named(value)
    return value


def _cron(option: Option, value: str) -> str:
    return cron2(value).text


def _text(option: Option, value: str) -> str:
    if any(not letter.isprintable() for letter in value):
        raise ValueError(value)
    return value


def _path(option: Option, value: str) -> str:
    if not value:
        raise ValueError(value)
    return _text(option, value)


def _encoding(option: Option, value: str) -> str:
    try:
        "a".encode(value)
    except LookupError:
        raise ValueError(value) from None
    return value


def _pattern(option: Option, value: str) -> str:
    if not re.fullmatch(option.pattern, value):
        raise ValueError(value)
    return value


def _choice(option: Option, value: str) -> str:
    for choice in option.choices:
        if choice.casefold() == value.casefold():
            return choice
    raise ValueError(value)


def _date(option: Option, value: str) -> str:
    if not value:
        return ""
    written = "%Y-%m-%d %H:%M:%S" if len(value) > len("YYYY-MM-DD") else "%Y-%m-%d"
    moment = datetime.strptime(value, written)  # noqa: DTZ007 - only checked, kept as text
    if moment.year < 1970:
        raise ValueError(value)
    return moment.strftime(written)


def _order(option: Option, value: str) -> str:
    named = [_choice(option, member.strip()) for member in value.split(",")]
    if sorted(named) != sorted(option.choices):
        raise ValueError(value)
    return ",".join(named)


def _steps(option: Option, value: str) -> str:
    numbers = [int(_number(option, member.strip())) for member in value.split(",")]
    if len(numbers) >= BUCKETS or any(later <= earlier for earlier, later in pairwise(numbers)):
        raise ValueError(value)
    return ",".join(map(str, numbers))


_CHECKS: dict[Kind, Callable[[Option, str], str]] = {
    Kind.FLAG: _flag, Kind.NUMBER: _number, Kind.TIME: _time, Kind.DURATION: _time, Kind.ZONE: _zone, Kind.CRON: _cron,
    Kind.TEXT: _text, Kind.PATH: _path, Kind.CHOICE: _choice, Kind.DATE: _date, Kind.ORDER: _order, Kind.STEPS: _steps,
    Kind.ENCODING: _encoding, Kind.PATTERN: _pattern,
}  # fmt: skip


def _range(option: Option) -> str:
    unit = f" {option.unit}" if option.unit else ""
    if option.low is not None and option.high is not None:
        return f"a whole number from {option.low} to {option.high}{unit}"
    if option.low is not None:
        return f"a whole number of at least {option.low}{unit}"
    return f"a whole number{unit}"


_IN_WORDS: dict[Kind, Callable[[Option], str]] = {
    Kind.FLAG: lambda option: "true or false",
    Kind.NUMBER: _range,
    Kind.TIME: lambda option: "a time of day from 00:00 to 23:59, HH:mm",
    Kind.DURATION: lambda option: "a length from 00:00 to 24:00, HH:mm",
    Kind.ZONE: lambda option: "the name of a time zone, such as Europe/Berlin, or GMT+h:mm",
    Kind.CRON: lambda option: "two fields, MINUTE HOUR, such as `30 2` or `0/10 *`",
    Kind.TEXT: lambda option: "any text on one line",
    Kind.PATH: lambda option: "the path of a folder",
    Kind.CHOICE: lambda option: f"one of {', '.join(option.choices)}",
    Kind.DATE: lambda option: "YYYY-MM-DD or YYYY-MM-DD HH:mm:ss in UTC from 1970 on, or nothing",
    Kind.ORDER: lambda option: f"{', '.join(option.choices)} in any order, separated by commas",
    Kind.STEPS: lambda option: "at most 19 growing whole numbers, separated by commas",
    Kind.ENCODING: lambda option: "the name of a character set, such as utf8 or windows-1252",
    Kind.PATTERN: lambda option: option.form,
}

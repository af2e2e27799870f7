"""Other names for persons, computers and sources, the same one each time; and texts in which nobody is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from gim_manager.domain.option import Kind
from gim_manager.domain.options import find_option, is_secret
from gim_manager.domain.run import SCHEDULER


class Named(StrEnum):
    """What a name stands for; its pseudonym begins with it."""

    PERSON = "person"
    COMPUTER = "computer"
    SERVER = "server"
    SOURCE = "source"


LEFT_OUT = "(left out)"
_MASKS = (
    (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s,;'\"]+"), "(address)"),
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*"), "(mail)"),
    (re.compile(r"\b\d{1,3}(\.\d{1,3}){3}\b"), "(address)"),
    (re.compile(r"\+?\d{9,}"), "(number)"),
    (re.compile(r"(?:[A-Za-z]:)?(?:[\\/][\w.$-]*\w){2,}"), "(path)"),
)
"""What could name somebody although nobody told us the name: URLs, mail and IP addresses, long numbers, paths."""
_TELL_NOTHING = frozenset(set(Kind) - {Kind.TEXT, Kind.PATH, Kind.PATTERN})
"""The kinds of options whose values cannot name anybody."""


class Pseudonyms:
    """Knows all names before a text is asked for."""

    def __init__(self) -> None:
        """Knows the scheduler, which is nobody."""
        self._known: dict[str, str] = {SCHEDULER: SCHEDULER}
        self._numbers: defaultdict[Named, int] = defaultdict(int)
        self._pattern: re.Pattern[str] | None = None

    def learn(self, kind: Named, names: Iterable[str | None]) -> None:
        """Takes these names in; one that is known already keeps its pseudonym."""
        for name in names:
            if name and name not in self._known:
                self._numbers[kind] += 1
                self._known[name] = f"{kind}-{self._numbers[kind]}"
                self._pattern = None

    def of(self, name: str | None) -> str | None:
        """The pseudonym of a name that was learnt; of any other nothing is told."""
        return None if name is None else self._known.get(name, LEFT_OUT)

    def told(self, text: str | None) -> str | None:
        """A text with pseudonyms in the place of names, and masks in the place of addresses, paths and long numbers."""
        if text is None:
            return None
        if self._pattern is None:
            names = sorted(self._known, key=len, reverse=True)
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        # Names first: a server's looks like an address, and its pseudonym does not.
        clean = self._pattern.sub(lambda found: self._known[found[0]], text)
        for mask, instead in _MASKS:
            clean = mask.sub(instead, clean)
        return clean


def option_value(section: str, name: str, value: str | None) -> str | None:
    """The value of an option if its kind cannot name anybody."""
    declared = find_option(section, name)
    may_stay = declared is not None and declared.kind in _TELL_NOTHING and not is_secret(section, name)
    return value if value is None or may_stay else LEFT_OUT

"""Option files: how an INI text is read, with everything that is wrong in it at once, and how one is written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gim_manager.domain.errors import BadValue
from gim_manager.domain.options import Options, find_option

Key = tuple[str, str]
"""Section and name."""

LONGEST_NAME = 100
"""Letters of a section or a name: both stand in one line of the audit trail."""
_SECTION = re.compile(r"\[(?P<name>.+)\]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFile:
    """What a file says; where there are problems none of it may be used."""

    values: Mapping[Key, str] = field(default_factory=dict)
    """In the order of the file; those of declared options in their one spelling."""
    unknown: tuple[Key, ...] = ()
    """Options that nobody declared: kept as they are."""
    problems: tuple[str, ...] = ()
    """A sentence each, beginning with the number of its line."""
    refused: tuple[Key, ...] = ()
    """The options whose value is wrong; any other problem is one of form."""

    @property
    def options(self) -> Options:
        """The file as options: what it does not name has its default."""
        return Options(values=self.values)


def text_of(data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 that says so in its first two bytes; raises BadValue."""
    try:
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise BadValue("it is no text: an option file is written in UTF-8.") from None


def read_option_file(text: str) -> OptionFile:
    """Reads `[section]` and `name = value`; lines that begin with # or ; are comments, an empty value is a value."""
    reader = _Reader()
    for number, line in enumerate(_LINE_END.split(text), 1):
        if problem := reader.read(number, line.strip()):
            reader.problems.append(f"Line {number}: {problem}")
    unknown = tuple(key for key in reader.values if find_option(*key) is None)
    return OptionFile(
        values=reader.values, unknown=unknown, problems=tuple(reader.problems), refused=tuple(reader.refused)
    )


def option_file(values: Iterable[tuple[Key, str]]) -> str:
    """The text of a file that gives exactly these values: section by section, in the order in which they first come."""
    sections: dict[str, list[str]] = {}
    for (section, name), value in values:
        sections.setdefault(section, []).append(f"{name} = {value}".rstrip())
    return "\n".join(f"[{section}]\n" + "".join(f"{line}\n" for line in lines) for section, lines in sections.items())


class _Reader:
    """Takes a file line by line."""

    def __init__(self) -> None:
        self.values: dict[Key, str] = {}
        self.problems: list[str] = []
        self.refused: list[Key] = []
        self._lines: dict[Key, int] = {}
        self._section: str | None = None

    def read(self, number: int, line: str) -> str | None:
        """What is wrong with this line; None if it is right."""
        if not line or line[0] in "#;":
            return None
        if found := _SECTION.fullmatch(line):
            self._section = found["name"].strip()
            return _wrong_name("section", self._section)
        name, equals, value = (part.strip() for part in line.partition("="))
        if not equals:
            return f"{_shown(line)} is neither [section] nor name = value."
        if wrong := _wrong_name("option", name):
            return wrong
        if self._section is None:
            return f"{name} stands in no section: write [section] above it."
        return self._keep(number, (self._section, name), value)

    def _keep(self, number: int, key: Key, value: str) -> str | None:
        section, name = key
        if key in self._lines:
            return f"[{section}] {name} stands in line {self._lines[key]} already."
        self._lines[key] = number
        declared = find_option(section, name)
        try:
            self.values[key] = value if declared is None else declared.checked(value)
        except BadValue as wrong:
            self.refused.append(key)
            return str(wrong)
        if not value.isprintable():
            return f"[{section}] {name} holds a character that no value has."
        return None


def _wrong_name(what: str, name: str) -> str | None:
    if not name:
        return f"the {what} has no name."
    if len(name) > LONGEST_NAME:
        return f"the name of the {what} {_shown(name)} is longer than {LONGEST_NAME} letters."
    return None if name.isprintable() else f"the name of the {what} holds a character that no name has."


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")

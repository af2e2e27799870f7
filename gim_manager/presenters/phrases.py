"""How a sentence of a lower floor, or one that the database kept, reads in another language (docs/decisions/0024)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

FIELD = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?:;,]) +| · ")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_WEAK = 5
"""With fewer letters than this, as `{first} to {last}`, a template fits nearly any text: its holes take two data."""
_MARKS = "[]()="
"""They tell a template as letters do: `[{section}] {name} = {value} (was {old})` fits nothing else."""
_DATUM = r"\S*[A-Z0-9_/-]\S*"
"""A word that is a name, a number, a time: no word of a sentence."""
_JOB = r"Job_\w+"
_KINDS = {"job": _JOB, "aggregate": _JOB, "maintain": _JOB, "id": r"\S+", "run_id": r"\d+", "named": r"Job_\w+.*?"}
"""What can stand in a hole of this name."""
_PIECES = 4
"""A sentence with more full stops, colons and commas in itself is not looked for at the beginning of a text."""
_CUTS = 30
"""A text of more parts is none of ours, but what a driver said."""
_DEPTH = 5
"""So many phrases stand in one another at most."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A sentence with holes, and what it reads like."""

    pattern: re.Pattern[str]
    longest: str
    """The longest piece of it without a hole: what lacks it does not match."""
    letters: int
    """So many are not in a hole."""
    fields: tuple[str, ...]
    wording: str


class PhraseBook:
    """Sentences of the lower floors by their templates `Waits for {named} to end.`; what is unknown stays as it is."""

    def __init__(self, phrases: Callable[[], Mapping[str, str]], group: str = ",") -> None:
        """`phrases` are asked for with the first sentence that is read: making them ready takes longer than a frame."""
        self._made, self._group = cache(phrases), group
        self._read = lru_cache(maxsize=4096)(self._search)

    @cached_property
    def _whole(self) -> dict[str, str]:
        """The sentences without a hole."""
        return {source: wording for source, wording in self._made().items() if not FIELD.search(source)}

    @cached_property
    def _phrases(self) -> list[_Phrase]:
        """The others; what says most by itself is tried first: a template that is nearly all hole fits everything."""
        made = (_phrase(source, wording) for source, wording in self._made().items() if FIELD.search(source))
        return sorted(made, key=lambda phrase: -phrase.letters)

    def make_ready(self) -> None:
        """As the first sentence would, ahead of it and in any thread."""
        self.read("a")

    def read(self, text: str) -> str:
        """The text as it is said in this language, each line by itself."""
        return "\n".join(self._read(line, _DEPTH) for line in text.split("\n"))

    def _search(self, text: str, depth: int) -> str:
        bare = text.strip()
        if not bare or not any(letter.isalpha() for letter in bare):
            return _GROUPED.sub(lambda number: number[0].replace(",", self._group), text)
        if (found := self._known(text, depth)) is not None:
            return found
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if bare != text and (found := self._known(bare, depth)) is not None:
            return f"{before}{found}{after}"
        return self._in_pieces(text, depth)

    def _known(self, text: str, depth: int) -> str | None:
        """The whole text as one phrase; also where only its first letter or its full stop differs."""
        if text in self._whole:
            return self._whole[text]
        if found := self._matching(text, depth):
            return found
        small = text[:1].lower() + text[1:]
        if small != text and (small in self._whole or self._matching(small, depth)):
            return _capital(self._whole.get(small) or self._matching(small, depth) or "")
        if text.endswith(".") and text[:-1] in self._whole:
            return f"{self._whole[text[:-1]]}."
        if f"{text}." in self._whole:
            return self._whole[f"{text}."].removesuffix(".")
        return (self._matching(f"{text}.", depth) or "").removesuffix(".") or None

    def _matching(self, text: str, depth: int) -> str | None:
        if not depth:
            return None
        for phrase in self._phrases:
            if phrase.longest in text and (found := phrase.pattern.fullmatch(text)):
                told = {name: self._read(found[name] or "", depth - 1) for name in phrase.fields}
                return FIELD.sub(lambda field, told=told: told.get(field[1], field[0]), phrase.wording)  # type: ignore[misc]
        return None

    def _in_pieces(self, text: str, depth: int) -> str:
        """One sentence after the other, where several stand side by side; or parts of one, joined by commas."""
        cuts = list(_SENTENCE_END.finditer(text))
        if not cuts or not depth or len(cuts) > _CUTS:
            return text
        edges = [0, *(edge for cut in cuts for edge in cut.span()), len(text)]
        for cut in cuts[:_PIECES]:
            head, tail = text[: cut.start()], text[cut.end() :]
            if (known := self._known(head, depth - 1)) is not None:
                return f"{known}{cut[0]}{self._read(tail, depth)}"
        first, gap, rest = text[: edges[1]], text[edges[1] : edges[2]], text[edges[2] :]
        return f"{first}{gap}{self._read(rest, depth)}"


def _phrase(source: str, wording: str) -> _Phrase:
    pieces, fields = FIELD.split(source)[::2], FIELD.split(source)[1::2]
    letters = sum(letter.isalpha() for piece in pieces for letter in piece)
    marks = sum(mark in _MARKS for piece in pieces for mark in piece)
    usual = rf"{_DATUM}(?: {_DATUM})?" if letters + marks < _WEAK else ".*?"
    pattern = "".join(
        re.escape(piece) + (f"(?P<{field}>{_KINDS.get(field.rstrip('0123456789'), usual)})" if field else "")
        for piece, field in zip(pieces, [*fields, ""], strict=True)
    )
    return _Phrase(re.compile(pattern), max(pieces, key=len), letters, tuple(fields), wording)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""In which language texts read: English, until a window has another one installed (docs/decisions/0024)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gim_manager.presenters.phrases import PhraseBook

Translate = Callable[[str, int], str]
"""A template, and the number that chooses its plural form (-1: none); an unknown template comes back as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How texts and numbers are written."""

    code: str = "en"
    translate: Translate = field(default=lambda template, _number: template)
    phrases: PhraseBook = field(default_factory=lambda: PhraseBook(dict))
    """Sentences of the lower floors, which make English ones."""
    group: str = ","
    """Between thousands."""
    point: str = "."
    """Before decimals."""


ENGLISH = Language()
_spoken = ENGLISH


def speak(language: Language) -> None:
    """From now on all texts are in this language."""
    global _spoken
    _spoken = language


def spoken() -> Language:
    """The language in use."""
    return _spoken


def later(template: str) -> str:
    """Marks a text that is made before the language is known; whoever shows it asks `tr` for it."""
    return template


def tr(template: str, _comment: str = "", n: int | None = None, /, *, one: str = "", **fields: object) -> str:
    """The text in the language in use, its `{fields}` filled; `n` chooses the plural form and fills `{n}`.

    `one` is the English text for n = 1; the plural forms of other languages stand in their translation.
    """
    text = _spoken.translate(template, -1 if n is None else n)
    if n is not None:
        fields["n"] = number(n)
        text = one if one and n == 1 and text == template else text
    return text.format_map(fields) if fields else text


def retold(sentence: str) -> str:
    """A sentence of a lower floor or out of the database, in the language in use; unknown ones stay as they are."""
    return _spoken.phrases.read(sentence) if sentence else sentence


def number(value: int) -> str:
    """`1,204,332`; in German `1.204.332`."""
    return f"{value:,}".replace(",", _spoken.group)


def decimal(value: float, digits: int = 1) -> str:
    """`0.4`; in German `0,4`."""
    return f"{value:.{digits}f}".replace(".", _spoken.point)

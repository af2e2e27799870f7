"""Nothing of the window is missing in German: its texts are found anew and held against what is translated."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
import translations

FIELDS = re.compile(r"\{(\w*)\}")
Text = tuple[str, str]
"""Context and source."""


def _messages(file: Path) -> dict[Text, ElementTree.Element]:
    root = ElementTree.parse(file).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


@cache
def _kept() -> dict[Text, ElementTree.Element]:
    return _messages(translations.SOURCE)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Text, ElementTree.Element]:
    """What lupdate finds in the sources now."""
    fresh = tmp_path_factory.mktemp("texts") / "fresh.ts"
    translations.update(fresh)
    return _messages(fresh)


def _wordings(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if message.get("numerus") == "yes" else [translation.text or ""]


def test_every_text_of_the_sources_is_in_the_translation(found: dict[Text, ElementTree.Element]) -> None:
    assert sorted(set(found) - set(_kept())) == [], "run: packaging/dev.py translations"


def test_no_text_is_kept_that_the_sources_have_no_more(found: dict[Text, ElementTree.Element]) -> None:
    assert sorted(set(_kept()) - set(found)) == [], "run: packaging/dev.py translations"


def test_every_text_is_translated() -> None:
    missing = [text for text, message in _kept().items() if not all(_wordings(message))]
    unfinished = [
        text
        for text, message in _kept().items()
        if (translation := message.find("translation")) is None or translation.get("type")
    ]
    assert missing == unfinished == []


def test_every_plural_has_both_forms() -> None:
    assert [text for text, message in _kept().items() if message.get("numerus") and len(_wordings(message)) != 2] == []


def test_what_fills_a_text_fills_its_translation() -> None:
    wrong = []
    for (_, source), message in _kept().items():
        fields = set(FIELDS.findall(source))
        for wording in _wordings(message):
            told = set(FIELDS.findall(wording))
            # One of something may be named by a word, or by its name.
            may_lack = {"n"} if message.get("numerus") else set()
            if not fields - may_lack <= told | may_lack or not told <= fields | {"job"}:
                wrong.append((source, wording))
    assert wrong == []


def test_names_of_the_product_stay_as_they_are() -> None:
    names = re.compile(
        r"Job_\w+|\[[a-z-]+\]|\b[a-z]+(?:-[a-z]+)*-(?:time|scheduler|schedule|aggregates|days|frequency)\b"
    )
    wrong = []
    for (_, source), message in _kept().items():
        wanted = {name for name in names.findall(source) if name not in ("[section]",)}
        wrong += [source for wording in _wordings(message) if not wanted <= set(names.findall(wording))]
    assert wrong == []


def test_what_is_packed_is_what_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    translations.release(translations.SOURCE, fresh)
    packed = translations.SOURCE.with_suffix(".qm")
    assert packed.read_bytes() == fresh.read_bytes(), "run: packaging/dev.py translations"

"""Texts in the language in use: templates, plural forms, numbers, and what lower floors said."""

from collections.abc import Iterator

import pytest

from gim_manager.presenters.language import ENGLISH, Language, decimal, later, number, retold, speak, spoken, tr
from gim_manager.presenters.phrases import PhraseBook

FORMS = {("{n} runs", 1): "{n} Lauf", ("{n} runs", 1204): "{n} Läufe", ("Held by {owner}", -1): "Angehalten: {owner}"}


@pytest.fixture
def foreign() -> Iterator[None]:
    """A language with three texts."""
    phrases = PhraseBook(lambda: {"Waits for {named} to end.": "Wartet auf {named}."}, group=".")
    speak(
        Language(
            code="de",
            translate=lambda text, n: FORMS.get((text, n), text),
            phrases=phrases,
            group=".",
            point=",",
        )
    )
    yield
    speak(ENGLISH)


def test_english_is_what_the_templates_say() -> None:
    assert spoken() is ENGLISH
    assert tr("Held by {owner}", owner="a.novak") == "Held by a.novak"
    assert tr("{braces} stay where nothing fills them") == "{braces} stay where nothing fills them"


def test_english_has_a_singular_beside_the_template() -> None:
    assert [tr("{n} runs", "", n, one="{n} run") for n in (0, 1, 1204)] == ["0 runs", "1 run", "1,204 runs"]


def test_another_language_has_plural_forms_of_its_own(foreign: None) -> None:
    assert [tr("{n} runs", "", n, one="{n} run") for n in (1, 1204)] == ["1 Lauf", "1.204 Läufe"]


def test_a_text_made_before_the_language_is_known_is_translated_when_it_is_shown(foreign: None) -> None:
    assert tr(later("Held by {owner}"), owner="a.novak") == "Angehalten: a.novak"


def test_numbers_follow_the_language(foreign: None) -> None:
    assert (number(1204332), decimal(0.4)) == ("1.204.332", "0,4")


def test_what_a_lower_floor_said_is_retold(foreign: None) -> None:
    assert retold("Waits for Job_TransformGIM 7 to end.") == "Wartet auf Job_TransformGIM 7."
    assert retold("") == ""

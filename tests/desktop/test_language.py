"""Which language the window speaks, and that Qt's own texts speak it too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from gim_manager.desktop import language
from gim_manager.desktop.language import VARIABLE, Choice
from gim_manager.presenters.language import spoken


@pytest.fixture
def speaking(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Whatever a test installs, the next one hears English."""
    yield monkeypatch
    monkeypatch.setenv(VARIABLE, "en")
    language.install(qapp, Choice.ENGLISH)


def test_the_variable_overrules_what_a_person_chose(qapp: QApplication, speaking: pytest.MonkeyPatch) -> None:
    speaking.setenv(VARIABLE, "de")
    language.install(qapp, Choice.ENGLISH)
    assert spoken().code == "de"


def test_a_choice_overrules_the_system(qapp: QApplication, speaking: pytest.MonkeyPatch) -> None:
    speaking.delenv(VARIABLE)
    language.install(qapp, Choice.GERMAN)
    assert (spoken().code, QLocale().language()) == ("de", QLocale.Language.German)
    language.install(qapp, Choice.ENGLISH)
    assert (spoken().code, QLocale().language()) == ("en", QLocale.Language.English)


@pytest.mark.parametrize(("system", "code"), [(["de-CH", "fr"], "de"), (["fr", "de"], "en"), ([], "en")])
def test_the_system_says_it_where_nobody_chose(
    qapp: QApplication, speaking: pytest.MonkeyPatch, system: list[str], code: str
) -> None:
    speaking.delenv(VARIABLE)
    speaking.setattr(QLocale, "uiLanguages", lambda _self: system)
    language.install(qapp, Choice.SYSTEM)
    assert spoken().code == code


def test_what_Qt_itself_says_is_translated_too(qapp: QApplication, speaking: pytest.MonkeyPatch) -> None:
    speaking.setenv(VARIABLE, "de")
    language.install(qapp, Choice.SYSTEM)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"

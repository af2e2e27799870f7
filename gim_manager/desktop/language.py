"""Which language the window speaks: the system's or the chosen one, for its own texts and for Qt's (decision 0024)."""

from __future__ import annotations

import os
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gim_manager.host.paths import resources
from gim_manager.presenters.language import ENGLISH, Language, speak
from gim_manager.presenters.phrases import PhraseBook

VARIABLE = "GIM_MANAGER_LANGUAGE"
"""`en` or `de` overrules the system and the settings: for pictures and tests."""
SENTENCES = "sentences"
"""The context of what the lower floors say."""


class Choice(StrEnum):
    """View ▸ Language."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


_installed: list[QTranslator] = []
"""The application's; to find them among its children would look at its style too, which takes 10 ms."""


def install(app: QCoreApplication, chosen: Choice) -> None:
    """Speak this language from now on; whatever was made before keeps the language that it was made in."""
    _forget(app)
    wanted = _wanted(chosen)
    if wanted is not Choice.GERMAN:
        QLocale.setDefault(QLocale(QLocale.Language.English))
        speak(ENGLISH)
        return
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    for folder, file in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_de"),
        (str(resources() / "translations"), "gim_manager_de"),
    ):
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
            _installed.append(translator)
    speak(german())


def code(chosen: Choice) -> str:
    """The language that this choice comes to, `en` or `de`."""
    return _wanted(chosen).value


def german() -> Language:
    """What presenters say, by the translators installed; and the phrase book, whose templates only the source lists."""
    return Language(
        code="de", translate=lambda text, number: QCoreApplication.translate("", text, "", number),
        phrases=PhraseBook(_sentences, group="."), group=".", point=",",
    )  # fmt: skip


def _forget(app: QCoreApplication) -> None:
    while _installed:
        translator = _installed.pop()
        app.removeTranslator(translator)
        translator.deleteLater()


def _wanted(chosen: Choice) -> Choice:
    asked = os.environ.get(VARIABLE, "")
    if asked in (Choice.ENGLISH, Choice.GERMAN):
        return Choice(asked)
    if chosen is not Choice.SYSTEM:
        return chosen
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return Choice.GERMAN if first.startswith("de") else Choice.ENGLISH


def _sentences() -> dict[str, str]:
    """By template, from the translation's source: a .qm does not tell which texts it holds."""
    from xml.etree import ElementTree

    root = ElementTree.parse(resources() / "translations" / "gim_manager_de.ts").getroot()
    context = next(context for context in root.iter("context") if context.findtext("name") == SENTENCES)
    told = ((message.findtext("source"), message.findtext("translation")) for message in context.iter("message"))
    return {source: wording for source, wording in told if source and wording}

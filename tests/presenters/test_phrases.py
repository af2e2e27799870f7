"""Sentences of the lower floors, recognised by their templates."""

import pytest

from gim_manager.presenters.phrases import PhraseBook

BOOK = PhraseBook(
    lambda: {
        "Waits for {others} to end.": "Wartet, bis {others} endet.",
        "{reason} It waits until {at} at the latest.": "{reason} Es wartet längstens bis {at}.",
        "the ETL cycle": "der ETL-Zyklus",
        "nothing new": "nichts Neues",
        "{rows} rows": "{rows} Zeilen",
        "{names} and {last}": "{names} und {last}",
        "[{section}] {name} = {value} (was {old})": "[{section}] {name} = {value} (war {old})",
        "It is late.": "Er ist spät.",
        "{named} failed: {error}": "{named} ist fehlgeschlagen: {error}",
        "{n} left": "{n} übrig, {missing}",
    },
    group=".",
)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Waits for the ETL cycle to end.", "Wartet, bis der ETL-Zyklus endet."),
        ("waits for X to end", "waits for X to end"),
        ("[log] level = debug (was info)", "[log] level = debug (war info)"),
        ("Waits for X to end", "Wartet, bis X endet"),
        (
            "Waits for Job_A 1 and Job_B 2 to end. It waits until 10:30 at the latest.",
            "Wartet, bis Job_A 1 und Job_B 2 endet. Es wartet längstens bis 10:30.",
        ),
        ("Job_A 7 failed: nothing new", "Job_A 7 ist fehlgeschlagen: nichts Neues"),
        ("port 1 failed: refused", "port 1 failed: refused"),
        ("Nothing new", "Nichts Neues"),
        ("1,204,332 rows", "1.204.332 Zeilen"),
        ("It is late. Whatever that means. It is late.", "Er ist spät. Whatever that means. Er ist spät."),
        ("line one\nnothing new", "line one\nnichts Neues"),
        ("3 left", "3 übrig, {missing}"),
        ("nobody knows this and that", "nobody knows this and that"),
        ("", ""),
    ],
)
def test_a_sentence_is_read_by_its_templates(said: str, read: str) -> None:
    assert BOOK.read(said) == read


def test_a_book_is_made_ready_once_and_not_before_it_is_wanted() -> None:
    asked = []

    def phrases() -> dict[str, str]:
        asked.append(1)
        return {"nothing new": "nichts Neues"}

    book = PhraseBook(phrases)
    assert not asked
    book.make_ready()
    assert (book.read("nothing new"), asked) == ("nichts Neues", [1])


def test_a_long_text_of_somebody_else_costs_little() -> None:
    book = PhraseBook(lambda: {f"The {word} {{what}} is {word}.": "{what}" for word in map(str, range(800))})
    text = "INSERT INTO x (a, b, c) VALUES (1, 2, 3); failed, for this and that, " * 20
    assert book.read(text) == text


def test_an_empty_book_leaves_everything_as_it_is() -> None:
    assert PhraseBook(dict).read("Waits for X to end.") == "Waits for X to end."

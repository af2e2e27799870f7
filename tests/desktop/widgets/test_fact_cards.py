"""Five facts, as many in a row as there is room for."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.fact_cards import FactCards
from gim_manager.presenters.health_facts import Fact

FACTS = tuple(Fact(title=f"Fact {number}", value="in order", below="now") for number in range(5))


def test_they_flow_into_the_room_there_is(theme: Theme, qtbot: QtBot) -> None:
    cards = FactCards(theme)
    qtbot.addWidget(cards)
    cards.resize(1100, 100)
    cards.show()
    cards.show_facts(FACTS, stale=False)
    qtbot.waitUntil(lambda: len({card.y() for card in cards.cards}) == 1)
    cards.resize(430, 300)
    qtbot.waitUntil(lambda: len({card.y() for card in cards.cards}) == 3)
    assert all(card.width() >= 178 for card in cards.cards)


def test_another_state_is_told_and_a_lost_one_steps_back(theme: Theme, qtbot: QtBot) -> None:
    cards = FactCards(theme)
    qtbot.addWidget(cards)
    wrong = (Fact(title="Clock", value="9.0 s", below="limit 5 s", icon="warning", token="stopping"), *FACTS[1:])
    cards.show_facts(wrong, stale=False)
    card = cards.cards[0]
    assert card.accessibleName() == "Clock: 9.0 s, limit 5 s"
    assert card.value.palette().color(card.value.foregroundRole()) == theme["stopping"]
    cards.show_facts(wrong, stale=True)
    assert card.value.palette().color(card.value.foregroundRole()) == theme["text2"]
    assert len(cards.cards) == 5

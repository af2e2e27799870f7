"""The next day with the drafts: told while there is something to tell."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.plan_card import PlanCard
from gim_manager.presenters.option_plan import Fact, PlanView


def test_the_outlook_is_shown_while_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    card = PlanCard(theme)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_plan(PlanView(facts=(Fact(icon="info", text="cycles 37 → 19"), Fact(icon="", text="left at 03:00"))))
    assert not card.isHidden()
    assert card.accessibleName() == "Tomorrow with these values. cycles 37 → 19. left at 03:00"
    card.show_plan(PlanView())
    assert card.isHidden()

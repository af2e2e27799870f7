"""What will happen, at a height that never changes."""

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.verdict_box import VerdictBox
from gim_manager.presenters.run_job import ASKING, Verdict, refused


def test_the_height_stays_whatever_is_said(theme: Theme, qtbot: QtBot) -> None:
    box = VerdictBox(theme)
    qtbot.addWidget(box)
    box.show()
    height = box.height()
    for verdict in (ASKING, refused("short"), refused("a long reason " * 30)):
        box.show_verdict(verdict)
        assert box.height() == height
    assert box.property("tone") == "failed"
    assert box.accessibleName().startswith("Refused. ")


def test_R19_what_is_offered_may_be_left_and_is_told_by_a_person_alone(theme: Theme, qtbot: QtBot) -> None:
    box = VerdictBox(theme)
    qtbot.addWidget(box)
    heard: list[bool] = []
    box.taken.connect(heard.append)
    offers = Verdict(tone="running", icon="running", answer="A", consequence="", may_run=True, offer="O", is_taken=True)
    box.show_verdict(offers)
    assert (box._box.text(), box._box.isChecked(), box.is_confirmed, heard) == ("O", True, True, [])
    box._box.click()
    assert (box.is_confirmed, heard) == (True, [False])


def _confirmed(box: VerdictBox) -> bool:
    return box.is_confirmed


def test_something_to_confirm_must_be_ticked_again_for_another_question(theme: Theme, qtbot: QtBot) -> None:
    box = VerdictBox(theme)
    qtbot.addWidget(box)
    asks = Verdict(tone="stopping", icon="warning", answer="Without them?", consequence="", may_run=True, confirm="Yes")
    box.show_verdict(asks)
    assert _confirmed(box) is False
    box._box.setChecked(True)
    box.show_verdict(asks)
    assert _confirmed(box) is True
    box.show_verdict(
        Verdict(tone="stopping", icon="warning", answer="Other", consequence="", may_run=True, confirm="Yes")
    )
    assert _confirmed(box) is False

"""The list of questions is one that both the real Info Mart and the one of values answer."""

from gim_manager.presenters.mart import Mart
from gim_manager.presenters.open_mart import OpenMart
from tests.language.fake_window import FakeMart

QUESTIONS = {name for name in vars(Mart) if not name.startswith("_")}


def test_both_answer_every_question() -> None:
    assert len(QUESTIONS) > 10
    for kind in (OpenMart, FakeMart):
        assert {name for name in QUESTIONS - {"identity"} if not callable(getattr(kind, name, None))} == set()


def test_a_mart_of_values_is_a_mart() -> None:
    mart: Mart = FakeMart()
    assert mart.identity.name == "prod-infomart"

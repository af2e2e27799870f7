"""Events come by their moment, and within a second in the order they were planned."""

from gim_manager.sample.agenda import Agenda


def test_events_come_in_order_and_may_plan_further_ones() -> None:
    agenda, seen = Agenda(), []

    def note(moment: int, word: str) -> None:
        seen.append((moment, word))
        if word == "first":
            agenda.at(moment, note, "planned within its second")

    agenda.at(20, note, "later")
    agenda.at(10, note, "first")
    agenda.at(10, note, "second")
    agenda.run(10)
    assert seen == [(10, "first"), (10, "second"), (10, "planned within its second")]
    agenda.run(30)
    assert seen[-1] == (20, "later")

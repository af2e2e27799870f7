"""What every use case is handed."""

from gim_manager.usecases import options
from gim_manager.usecases.context import Actor, Context
from tests.language.clock import HandClock


def test_the_person_at_this_computer_has_a_name() -> None:
    here = Actor.here()
    assert here.user and here.host


def test_the_zone_follows_the_option(context: Context, clock: HandClock) -> None:
    assert str(context.zone) in ("GMT", "UTC")
    options.change(context, {("schedule", "timezone"): "Asia/Tokyo"})
    clock.turn(3)
    assert str(context.zone) == "Asia/Tokyo"

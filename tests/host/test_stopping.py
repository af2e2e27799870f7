"""A signal becomes an event; a second one does what it always did."""

import os
import signal

import pytest

from gim_manager.host.stopping import stopping


@pytest.mark.parametrize(("number", "interrupted"), [(signal.SIGTERM, False), (signal.SIGINT, True)])
def test_a_signal_sets_the_event(number: signal.Signals, interrupted: bool) -> None:
    with stopping() as stop:
        assert not stop.event.is_set()
        os.kill(os.getpid(), number)
        assert stop.event.wait(5)
        assert (stop.signal, stop.interrupted) == (number, interrupted)


def test_a_second_interrupt_interrupts() -> None:
    with stopping() as stop:
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.event.wait(5)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_afterwards_signals_are_as_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stopping() as stop:
        stop.ask()
        assert stop.event.is_set()
        assert stop.signal is None
    assert signal.getsignal(signal.SIGTERM) is before

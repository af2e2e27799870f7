"""Where garbage is collected: a widget in a circle that another thread's collection frees takes the program down."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 5000


class Collector(QObject):
    """From now on this thread alone collects, by the interpreter's own thresholds, looked at every LOOK_MS."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(LOOK_MS)

    def collect(self) -> None:
        """The oldest generation that is due, and with it the younger ones."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def settle(self) -> None:
        """What stands now is passed over from now on: going through all that the libraries are made
        of would hold the window up for longer than a person overlooks.

        What was passed over before is looked through once more, for an Info Mart that has made room for another.
        """
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        gc.freeze()

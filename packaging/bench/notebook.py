"""When each run of a benchmark came to its start: the no-op that takes the place of the work."""

import threading
import time


class Notebook:
    """Notes the moment of each start, nothing else; any thread may note, one waits for all."""

    def __init__(self, *, aloud: bool = False) -> None:
        """`aloud` prints a line for each as well, for whoever reads this process."""
        self.started: dict[int, float] = {}
        self._aloud = aloud
        self._changed = threading.Condition()

    def note(self, number: int) -> None:
        """The run of this number starts now, by the machine's wall clock."""
        moment = time.time()
        with self._changed:
            self.started.setdefault(number, moment)
            self._changed.notify_all()
        if self._aloud:
            print(number, moment, flush=True)

    def wait_for(self, count: int, *, seconds: float) -> None:
        """Until so many have started; raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.started) >= count, timeout=seconds):
                raise TimeoutError(f"only {len(self.started)} of {count} runs started within {seconds:.0f} s")

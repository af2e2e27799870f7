"""What others do to an Info Mart while a window shows it: `stalls_others.py DATABASE UPDATES_A_SECOND RUNS`.

Until its standard input is closed it changes runs, and simulates a month again and again in a further process; then it
prints how many changes it has made. In a process of its own: what a window's own threads do is the window's affair.
"""

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

from gim_manager.schema.engines import writing
from gim_manager.store import changes
from gim_manager.store.changes import Topic
from gim_manager.store.connect import open_database


def main(url: str, a_second: str, runs: str) -> None:
    """Both at once."""
    ends = threading.Event()
    simulating = threading.Thread(target=_simulate, args=(url, ends))
    simulating.start()
    made: list[int] = []
    updating = threading.Thread(target=_update, args=(url, ends, 1 / int(a_second), int(runs), made))
    updating.start()
    sys.stdin.read()
    ends.set()
    updating.join()
    simulating.join()
    print(len(made))


def _update(url: str, ends: threading.Event, pause: float, runs: int, made: list[int]) -> None:
    database = open_database(url)
    while not ends.wait(pause):
        number = len(made) % runs + 1
        with writing(database.manager) as connection:
            connection.exec_driver_sql(f"UPDATE mgr_run SET note = 'note {len(made)}' WHERE id = {number}")
            changes.note(connection, Topic.RUN, number)
        made.append(number)


def _simulate(url: str, ends: threading.Event) -> None:
    command = [sys.executable, "-m", "gim_manager", "--db", url, "simulate"]
    while not ends.is_set():
        until = datetime.now(UTC) + timedelta(days=31)
        words = ["--from", "now", "--to", f"{until:%Y-%m-%dT%H:%M}"]
        with subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL) as playing:
            while playing.poll() is None:
                if ends.wait(0.1):
                    playing.kill()
        assert ends.is_set() or playing.returncode == 0


if __name__ == "__main__":
    main(*sys.argv[1:])

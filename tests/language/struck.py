"""A program that is killed outright in the middle of its migrations."""

_PROGRAM = """
import os, signal, sys
from gim_manager.store import migrate
wanted, seen = int(sys.argv[2]), 0
real = migrate._migrate
def struck(connection, history, step):
    global seen
    seen += 1
    real(connection, history, step)
    if seen == wanted:
        os.kill(os.getpid(), signal.SIGKILL)
migrate._migrate = struck
"""


def struck_after_a_step(act: str) -> str:
    """A program for `python -c` that does `act`: its arguments are a URL and the step after which it dies."""
    return _PROGRAM + act

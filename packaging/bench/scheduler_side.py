"""One side of the comparison of schedulers in a process of its own; prints what it measured as JSON, seconds all.

`scheduler_side.py SIDE QUESTION STORE [ARGUMENT]`: the side is a module `side_NAME`, the question one of its functions.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))  # for gim_manager and tests.language


def main(side: str, question: str, store: str, argument: str = "null") -> None:
    """Ask, and print the answer, if there is one."""
    answer = getattr(import_module(f"side_{side}"), question)(store, json.loads(argument))
    if question != "serve":
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

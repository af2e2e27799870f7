"""The command line of the benchmarks: `python3 packaging/dev.py bench [NAME]…`."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))  # for tests.language.postgres, which starts a cluster

from harness import Ratio, table, write
from registry import BENCHMARKS

CHECKOUT = Path(__file__).resolve().parents[2]


def main(names: list[str]) -> int:
    """Take the benchmarks named, or all; 2 for a name that is none."""
    if unknown := [name for name in names if name not in BENCHMARKS]:
        print(f"There is no benchmark {unknown[0]!r}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    ratios: list[Ratio] = []
    for name in names or BENCHMARKS:
        print(f"{name} …", file=sys.stderr, flush=True)
        ratios += BENCHMARKS[name]()
    print(table(ratios))
    print(f"Kept in {write(ratios, CHECKOUT, day=datetime.now().astimezone().date())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

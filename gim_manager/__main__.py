"""Which face is asked for: a worker, a window, a server or a command; each is imported only then."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gim_manager.cli.opening import OpenWindow


INTERRUPTED = 130


def main() -> int:
    """`gim-manager` and `python -m gim_manager`; Ctrl-C ends it quietly wherever it is."""
    freeze_support()
    try:
        return _program()
    except KeyboardInterrupt:
        return INTERRUPTED


def _program() -> int:
    if sys.argv[1:2] == ["worker"]:
        from gim_manager.host import priority

        if priority.BEHIND in sys.argv:
            priority.step_back()
        from gim_manager.engine import worker

        return worker.main()
    return _face(sys.argv[1:])


def _face(arguments: list[str]) -> int:
    from gim_manager.cli import main as cli
    from gim_manager.cli.opening import OpenServer, OpenWindow

    opening = cli.run(arguments)
    if isinstance(opening, OpenServer):
        from gim_manager.server.main import serve

        return serve(opening.url, log_format=opening.log_format, log_level=opening.log_level, health=opening.health)
    if isinstance(opening, OpenWindow):
        return _window(opening)
    return int(opening)


def _window(opening: OpenWindow) -> int:
    from gim_manager.desktop.main import open_window

    if opening.live is None:
        return open_window(opening)
    from gim_manager.usecases.demo import remove
    from gim_manager.usecases.living import living

    try:
        with living(opening.live.idb_url):
            return open_window(opening)
    finally:
        if opening.live.folder is not None:
            remove(opening.live.folder)


if __name__ == "__main__":
    sys.exit(main())

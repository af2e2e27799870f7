"""A line to a database that a test can cut, or make silent: what is said goes no further, and nobody is told."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PIECE = 65_536


class Wire:
    """Carries everything between its own port and that of a server of this computer, until it is told otherwise."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._loop = asyncio.new_event_loop()
        self._speaks = asyncio.Event()
        self._speaks.set()
        self._ends: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        ready = threading.Event()
        self.port = 0
        self._thread = threading.Thread(target=self._run, args=(ready,), name=f"wire to {to}", daemon=True)
        self._thread.start()
        assert ready.wait(timeout=10)

    def silence(self) -> None:
        """From now on nothing comes through, in either direction, and both ends think that the other is just slow."""
        self._loop.call_soon_threadsafe(self._speaks.clear)

    def speak(self) -> None:
        """What waited comes through, and all that follows."""
        self._loop.call_soon_threadsafe(self._speaks.set)

    def cut(self) -> None:
        """Ends every connection there is at this moment; new ones may be made."""
        self._loop.call_soon_threadsafe(self._cut)

    def close(self) -> None:
        """Ends every connection, and listens no more."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)

    def _cut(self) -> None:
        for end in self._ends:
            end.transport.abort()

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()
        server.close()
        self._cut()
        for task in self._tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*self._tasks, return_exceptions=True))
        self._loop.close()

    async def _connected(self, caller: asyncio.StreamReader, to_caller: asyncio.StreamWriter) -> None:
        try:
            answer, to_server = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            to_caller.transport.abort()
            return
        self._ends |= {to_caller, to_server}
        for source, target in ((caller, to_server), (answer, to_caller)):
            task = self._loop.create_task(self._carry(source, target))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await source.read(_PIECE):
                await self._speaks.wait()
                target.write(piece)
                await target.drain()
        await self._speaks.wait()
        self._ends.discard(target)
        target.close()


@contextmanager
def wires(to: int, count: int) -> Iterator[tuple[Wire, ...]]:
    """So many lines to one server while the block lasts."""
    made = tuple(Wire(to) for _ in range(count))
    try:
        yield made
    finally:
        for wire in made:
            wire.close()

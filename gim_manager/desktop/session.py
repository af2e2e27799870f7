"""One Info Mart on the screen: when it is asked what, and what happens when it stops answering."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, tzinfo

from PySide6.QtCore import QObject, QTimer, Signal

from gim_manager.desktop.bridge import Bridge
from gim_manager.domain.errors import GimError, Refused
from gim_manager.domain.listing import Cursor, RunPage, RunQuery
from gim_manager.domain.outbox import Board
from gim_manager.domain.status import EtlStatus
from gim_manager.domain.timing import zone_named
from gim_manager.presenters.freshness import Freshness, Link
from gim_manager.presenters.job_list import Filters, shows
from gim_manager.presenters.mart import Mart
from gim_manager.presenters.table import PAGE

WATCH_SECONDS = 5.0
"""How long a watch waits before it looks whether it is still wanted."""
COUNT_EVERY = 5
"""Refreshes between two countings of the whole list: counting a million rows is the dearest question."""
PANEL_SECONDS, PANEL_BREATH = 120.0, 1.0
"""How old the panel gets where nothing changes, and where much does: a hundred windows are a load of their own."""
BREATH_SECONDS, LEISURE_SECONDS = 0.25, 5.0
"""At most so often the window looks again, however busy the database is; and where nobody sees it."""
SLOW_MS = 300
"""After so long without an answer the status bar says that it is reading."""


class Session(QObject):
    """Asks through the bridge and tells by signals; decides nothing that is shown."""

    first_page = Signal(object)
    """RunPage: the answer to a new question."""
    next_page = Signal(object)
    """RunPage: more of the same."""
    refreshed = Signal(object, object, object)
    """RunPage, changed runs, ids that left the list."""
    heard = Signal(object)
    """Runs that changed while the picture stays as it is."""
    counted = Signal(object, object)
    """Matching and total number of runs; None while unknown."""
    status_read = Signal(object)
    """EtlStatus."""
    alarms_read = Signal(object)
    """Board."""
    freshness_changed = Signal()
    slow = Signal(bool)
    """A question has been waiting for long, or is answered."""

    def __init__(self, mart: Mart, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mart, self.bridge = mart, bridge
        self.filters = Filters()
        self.freshness = Freshness(
            link=Link.OPENING, name=mart.identity.name, is_recording=mart.identity.access.is_recording
        )
        self.status: EtlStatus | None = None
        self.board: Board | None = None
        self.zone: tzinfo = UTC
        self.is_live = True
        self.is_unseen = False
        """Nobody sees the window: it need not hurry."""
        self._seen: int | None = None
        self._heard: int | None = None
        self._refreshes = 0
        self._panel_at, self._is_panel_owed, self._clock = 0.0, False, time.monotonic
        self._unanswered = 0
        self._is_closed = False
        self._turn = asyncio.Lock()
        self._total: int | None = None
        self._matching: int | None = None
        self._query: RunQuery | None = None
        self._more_after: Cursor | None = None
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(lambda: self.slow.emit(True))

    def open(self) -> None:
        """Ask for everything once, then follow the changes."""
        self.bridge.start("page", self._first_page())
        self.bridge.start("status", self._read_status())
        self.bridge.start("count", self._count())
        self.bridge.start(".follow", self._follow())

    def ask(self, filters: Filters) -> None:
        """Another question to the list; answers to the old one go unheard."""
        self.filters = filters
        self._matching = None
        self.bridge.drop("more")
        self.bridge.start("page", self._first_page())
        self.bridge.start("count", self._count())

    def more(self, after: Cursor | None) -> None:
        """The page behind the last fetched row; asked for again while it is under way, nothing happens."""
        if after is not None and after != self._more_after:
            self._more_after = after
            self.bridge.start("more", self._more(after))

    def refresh(self) -> None:
        """Read again what is on the screen; while the connection is lost, try now."""
        if self.freshness.is_lost:
            self.bridge.start(".follow", self._follow())
        else:
            self.bridge.start("refresh", self._guarded(self._refresh_all))

    def set_live(self, live: bool) -> None:
        """Follow the changes, or stay with the picture."""
        self.is_live = live
        if live:
            self.refresh()
        self.freshness = self.freshness.read(self.mart.now(), changed=False, live=live)
        self.freshness_changed.emit()

    def set_seen(self, seen: bool) -> None:
        """Hidden it looks seldom; who comes back sees the present at once."""
        comes_back, self.is_unseen = self.is_unseen and seen, not seen
        if comes_back and self._query is not None:
            self.refresh()

    def detached(self) -> Bridge:
        """No more questions of this session; the bridge goes on for another one on the same Info Mart, whose watch must
        stay in the same thread."""
        self._is_closed = True
        self._patience.stop()
        self.bridge.drop_all()
        return self.bridge

    def close(self) -> None:
        """No more questions."""
        self._is_closed = True
        self._patience.stop()
        self.bridge.close()

    async def _first_page(self) -> None:
        async def read() -> None:
            if self._seen is None:
                self._seen = (await self.bridge.ask(self.mart.changes, None)).latest
            query = self.filters.query(self.mart.now())
            page = await self.bridge.ask(self.mart.page, query, None, PAGE)
            self._query, self._more_after = query, None
            self.first_page.emit(page)

        await self._guarded(read)

    async def _more(self, after: Cursor) -> None:
        async def read() -> None:
            assert self._query is not None
            page = await self.bridge.ask(self.mart.page, self._query, after, PAGE)
            self.next_page.emit(page)

        await self._guarded(read)

    async def _count(self) -> None:
        async def read() -> None:
            now = self.mart.now()
            if not self.filters.is_clear:
                self._matching = await self.bridge.ask(self.mart.count, self.filters.query(now))
                self.counted.emit(self._matching, self._total)
            self._total = await self.bridge.ask(self.mart.count, Filters().query(now))
            self.counted.emit(self._matching, self._total)

        await self._guarded(read)

    async def _read_status(self) -> None:
        async def read() -> None:
            await self._read_panel()

        await self._guarded(read)

    async def _guarded(self, read: Callable[[], object]) -> None:
        """A question whose failure means that the connection is lost; anything but a GimError is a bug."""
        self._unanswered += 1
        self._patience.start()
        try:
            await read()  # type: ignore[misc]
        except GimError as error:
            self._lose(error)
        else:
            self._answered(changed=False)
        finally:
            self._unanswered -= 1
            # The answer to one question says nothing of another that still waits. A task that is dropped by `close`
            # ends here only when the event loop has its turn, and our timer may be gone by then.
            if not self._unanswered and not self._is_closed:
                self._patience.stop()
                self.slow.emit(False)

    async def _follow(self) -> None:
        """While the window is open: look whenever the database says so; when it is gone, come back by itself."""
        while True:
            if self.freshness.is_lost:
                await self._come_back()
                continue
            try:
                seconds = PANEL_BREATH if self._is_panel_owed else WATCH_SECONDS
                changed = await self.bridge.watch(self.mart.wait_for_change, seconds, at_leisure=self.is_unseen)
                if self.is_live and changed:
                    await self._refresh_all(whole=False)
                    await self.bridge.pause(LEISURE_SECONDS if self.is_unseen else BREATH_SECONDS)
                elif changed:
                    await self._hear()
                    await self.bridge.pause(BREATH_SECONDS)
                elif self.is_live:
                    await self._stay()
                else:
                    await self.bridge.pause(LEISURE_SECONDS if self.is_unseen else WATCH_SECONDS / 10)
            except GimError as error:
                self._lose(error)

    async def _hear(self) -> None:
        """The person wants the picture to stay; what fails meanwhile is told all the same, and the icon shows it."""
        changes = await self.bridge.ask(self.mart.changes, self._heard or self._seen)
        runs = await self.bridge.ask(self.mart.runs, changes.run_ids) if changes.run_ids else ()
        self._heard = changes.latest
        self.board = await self.bridge.ask(self.mart.alarms)
        self.heard.emit(runs)

    async def _stay(self) -> None:
        """Nothing has changed: what stands on the panel grows older, and is read again only now and then."""
        if self.status is None or self._is_panel_owed or self._clock() - self._panel_at >= PANEL_SECONDS:
            await self._read_panel()
        elif not self.is_unseen:
            self.status = self.mart.still(self.status)
            self.status_read.emit(self.status)
        self._answered(changed=False)

    async def _read_panel(self) -> None:
        self.status = await self.bridge.ask(self.mart.status)
        self._panel_at, self._is_panel_owed = self._clock(), False
        self.zone = zone_named(self.status.zone)
        self.status_read.emit(self.status)
        self.board = await self.bridge.ask(self.mart.alarms)
        self.alarms_read.emit(self.board)

    async def _come_back(self) -> None:
        """One attempt at once, the next after a growing pause."""
        try:
            await self._refresh_all()
        except GimError as error:
            self._lose(error)
            await self.bridge.pause(self.freshness.pause())

    async def _refresh_all(self, *, whole: bool = True) -> None:
        """The head of the list, what changed below it, the panel unless it is young and not all is wanted; now and
        then the count.

        One at a time: an older picture that arrives after a newer one would take rows away again.
        """
        async with self._turn:
            await self._take_picture(whole=whole)

    async def _take_picture(self, *, whole: bool) -> None:
        mart, asked = self.mart, self.filters
        changes = await self.bridge.ask(mart.changes, self._seen)
        query = asked.query(mart.now())
        head = await self.bridge.ask(mart.page, query, None, PAGE)
        changed = await self.bridge.ask(mart.runs, changes.run_ids) if changes.run_ids else ()
        if asked is not self.filters:
            return
        self._seen, self._heard, self._query = changes.latest, None, query
        # The list first: the panel asks ten times as much.
        self.refreshed.emit(head, changed, frozenset(run.id for run in changed if not shows(query, run)))
        if whole or self._clock() - self._panel_at >= PANEL_BREATH:
            await self._read_panel()
        else:
            self._is_panel_owed = True
        self._refreshes += 1
        if head.next is None or (changes.run_ids and self._refreshes % COUNT_EVERY == 0):
            self._recount(head)
        self._answered(changed=bool(changes.run_ids))

    def _recount(self, head: RunPage) -> None:
        if head.next is None and self.filters.is_clear:
            self._total = len(head.runs)
            self.counted.emit(None, self._total)
        else:
            self.bridge.start("count", self._count())

    def _answered(self, *, changed: bool) -> None:
        before = self.freshness.link
        self.freshness = self.freshness.read(self.mart.now(), changed=changed, live=self.is_live)
        # That nothing has changed is no news to a window that nobody sees.
        if changed or self.freshness.link is not before or not self.is_unseen:
            self.freshness_changed.emit()

    def _lose(self, error: GimError) -> None:
        self.freshness = self.freshness.failed(self.mart.now(), str(error), is_refused=isinstance(error, Refused))
        self.freshness_changed.emit()

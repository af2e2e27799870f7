"""The line at the bottom: wall time and zone of the schedule, age of the picture, newest alarm, who leads, warnings."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.widgets.labels import Elided
from gim_manager.presenters.language import retold, tr

if TYPE_CHECKING:
    from gim_manager.desktop.theme import Theme
    from gim_manager.domain.status import EtlStatus
    from gim_manager.presenters.alarms import Newest
    from gim_manager.presenters.freshness import Freshness

GLYPH = 14
LEFT, RIGHT, GAP = 8, 12, 6
AROUND = LEFT + RIGHT + 2 * GAP
"""A part's margins, the gap in it, and the one to the next."""


class _Part(QWidget):
    """A glyph and a text; one that gives way leaves its room to a message of the bar while it stands there."""

    def __init__(self, theme: Theme, name: str, *, gives_way: bool = False) -> None:
        super().__init__()
        self._theme, self._gives_way = theme, gives_way
        self._said = ("", "")
        self._whole = self._short = ""
        self._is_short = False
        self._glyph, self._text = QLabel(), Elided()
        self._text.setAccessibleName(name)
        # Else the whole text would keep the window from being made narrower, where the shorter one has room.
        self._text.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, RIGHT, 0)
        row.setSpacing(GAP)
        row.addWidget(self._glyph)
        row.addWidget(self._text)
        theme.changed.connect(self._paint)
        self.hide()

    def say(self, icon: str, text: str, token: str = "text2", *, strong: bool = False, short: str = "") -> None:
        """Show this, or where room is short the shorter text; nothing is drawn if nothing is new."""
        bar = self.parentWidget()
        gone = self._gives_way and isinstance(bar, QStatusBar) and bool(bar.currentMessage())
        self.setVisible(bool(text) and not gone)
        self._whole, self._short = text, short or text
        font = self._theme.semi_bold(digits=True) if strong else self._theme.font(digits=True)
        if self._text.font() != font:
            self._text.setFont(font)
        redraw, self._said = (icon, token) != self._said, (icon, token)
        if redraw:
            self._paint()
        self._write()

    def wanted(self, *, short: bool) -> int:
        """Pixels that it takes; none while it says nothing."""
        text = self._short if short else self._whole
        return self._text.fontMetrics().horizontalAdvance(text) + GLYPH + AROUND if text else 0

    def shorten(self, short: bool) -> None:
        """Say it in the shorter text, with the whole one as tooltip, or in the whole one again."""
        self._is_short = short
        self._write()

    def _write(self) -> None:
        text = self._short if self._is_short else self._whole
        if self._text.text() != text:
            self._text.setText(text)
            self._text.setToolTip(self._whole if text != self._whole else "")

    def _paint(self) -> None:
        icon, token = self._said
        if icon:
            self._glyph.setPixmap(icons.pixmap(icon, self._theme[token], GLYPH, self.devicePixelRatioF()))
        palette = self._text.palette()
        palette.setColor(self._text.foregroundRole(), self._theme[token])
        self._text.setPalette(palette)


class StatusLine(QStatusBar):
    """Its parts, each with its glyph."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._clock = _Part(theme, self.tr("Wall time of the schedule"), gives_way=True)
        self._age = _Part(theme, self.tr("Age of the picture"), gives_way=True)
        self._retry = _Part(theme, self.tr("Next try"), gives_way=True)
        self._leader = _Part(theme, self.tr("Server"))
        self._warnings = _Part(theme, self.tr("Warnings"))
        self._alarm = _Part(theme, self.tr("Newest alarm"))
        left, right = (self._clock, self._age, self._retry), (self._alarm, self._leader, self._warnings)
        self._parts = (*left, *right)
        for part in left:
            self.addWidget(part)
        for part in right:
            self.addPermanentWidget(part)
        self.setFixedHeight(max(26, theme.line_height() + 10))
        self.setContentsMargins(0, 0, 0, 0)

    def show_nothing(self) -> None:
        """No Info Mart is open."""
        self._clock.say("info", self.tr("Not connected"))
        for part in (self._age, self._retry, self._alarm, self._leader, self._warnings):
            part.say("", "")
        self._amber(False)

    def show_opening(self) -> None:
        """An Info Mart is being opened."""
        self._clock.say("clock", self.tr("opening …"))

    def show_clock(self, now: datetime, zone: tzinfo, zone_name: str) -> None:
        """The schedule's wall time."""
        from gim_manager.presenters import words

        local = now.astimezone(zone)
        abbreviation = local.tzname() or ""
        zone_words = f"{abbreviation} · {zone_name}" if abbreviation and abbreviation != zone_name else zone_name
        text = f"{words.full_day(local.date())}  {local:%H:%M:%S} {zone_words}"
        self._clock.say("clock", text, "text", short=f"{local:%H:%M:%S} {abbreviation or zone_name}")
        self._fit()

    def show_freshness(self, freshness: Freshness, now: datetime, zone: tzinfo, *, slow: bool) -> None:
        """Live, off, lost, or a question that takes long."""
        from gim_manager.presenters.freshness import Link

        lost = freshness.is_lost
        text = self.tr("reading …") if slow and not lost else freshness.sentence(now, zone)
        icon = "broken" if lost else "pause" if freshness.link is Link.PAUSED else "refresh"
        # Live without when it changed, lost without the age of the picture: both stand elsewhere too.
        short = text.partition(" · ")[0]
        self._age.say(icon, text, "stopping" if lost else "text2", strong=lost, short=short)
        self._retry.say("refresh", freshness.retrying(now))
        if lost:
            # What came of an act covers what stands at the left: for so long it must not.
            self.clearMessage()
        self._amber(lost)
        self._fit()

    def show_server(self, status: EtlStatus | None, *, lost: bool) -> None:
        """Who leads the schedule."""
        from gim_manager.domain.status import ServerState
        from gim_manager.presenters import words

        if status is None or lost:
            self._leader.say("server", self.tr("Server state unknown") if lost else "")
            self._warnings.say("", "")
            return
        server = status.server
        leads = (
            self.tr("{host} leads").format(host=server.host)
            if server.host and server.state is ServerState.RUNNING
            else ""
        )
        self._leader.say("server", leads or words.server_word(server.state), short=server.host or "" if leads else "")
        self._warnings.say(
            "warning",
            tr("{n} warnings", "", len(status.warnings), one="{n} warning") if status.warnings else "",
            "stopping",
            short=words.count(len(status.warnings)),
        )
        self._warnings.setToolTip("\n".join(map(retold, status.warnings)))
        self._fit()

    def show_alarm(self, newest: Newest) -> None:
        """The newest alarm that is raised; nothing where none is."""
        self._alarm.say(newest.mark.icon, newest.text, newest.mark.token, strong=True, short=newest.short)
        self._alarm.setToolTip(newest.tip)
        self._fit()

    def _fit(self) -> None:
        """Where not all has room, the date goes first, then which alarm it is, and so on: nothing is cut."""
        short: set[_Part] = set()
        for part in (self._clock, self._alarm, self._age, self._leader, self._warnings):
            if sum(each.wanted(short=each in short) for each in self._parts) > self.width():
                short.add(part)
        for part in self._parts:
            part.shorten(part in short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _amber(self, lost: bool) -> None:
        if bool(self.property("lost")) != lost:
            self.setProperty("lost", lost)
            self.style().unpolish(self)
            self.style().polish(self)

"""Nothing is connected yet: three ways to begin, or what is being opened and the way out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

CARD = QSize(284, 214)
LEAST_CARD = 196
"""The width of a card in a narrow window; its words wrap there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    icon: str
    title: str
    words: str
    button: str
    token: str = "text2"


class FirstPage(QWidget):
    """A heading and three cards; a file can also be dropped."""

    demo_wanted = Signal()
    open_wanted = Signal()
    connect_wanted = Signal()
    dropped = Signal(object)
    """Path of a dropped file."""
    stopped = Signal()
    """What is being opened is wanted no more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._glyphs: list[tuple[QLabel, _Way]] = []
        self.setObjectName("firstPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._heading, self._below = QLabel(), QLabel()
        self._heading.setFont(theme.font(9, QFont.Weight.Light))
        self._below.setFont(theme.font(1))
        self._quiet = [self._below]
        self._place, self._seconds = "", 0
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_ways()

    def _build(self) -> None:
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        self.stop.setToolTip(self.tr("Give it up (Esc)"))
        self.stop.clicked.connect(self.stopped)
        self._ways = QWidget()
        self._ways.setLayout(self._cards())
        layout = QVBoxLayout(self)
        layout.addStretch(4)
        layout.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        layout.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addWidget(self._ways)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(7)

    def show_ways(self) -> None:
        """Nothing is open."""
        self._clock.stop()
        self._say(self.tr("No Info Mart here yet"), self.tr("Three ways to begin. A file can also be dropped here."))
        self._ways.show()
        self.stop.hide()

    def show_opening(self, place: str) -> None:
        """An Info Mart at this place is being opened."""
        self._seconds = 0
        self._clock.start()
        self._place = place
        self._say(self.tr("Opening an Info Mart"), place)
        self._ways.hide()
        self.stop.show()
        self.stop.setFocus()

    def _tick(self) -> None:
        """How long it has taken so far; nothing that moves would say more."""
        from gim_manager.presenters import words

        self._seconds += 1
        self._say(self._heading.text(), f"{self._place} · {words.duration(self._seconds, whole=True)}")

    def _say(self, heading: str, below: str) -> None:
        self._heading.setText(heading)
        self._below.setText(below)

    def _cards(self) -> QHBoxLayout:
        demo = _Way(
            icon="flask", title=self.tr("Create a demo"), button=self.tr("Create demo…"), token="accent",
            words=self.tr("A sample contact centre, an Info Mart and a server in one folder, running in about a "
                          "minute. Nothing else is touched."),
        )  # fmt: skip
        local = _Way(
            icon="folder", title=self.tr("Open a file"), button=self.tr("Open file…"),
            words=self.tr("A local Info Mart (SQLite). The server runs inside this window, as long as it is open."),
        )  # fmt: skip
        remote = _Way(
            icon="server", title=self.tr("Connect to a server"), button=self.tr("Connect…"),
            words=self.tr("An Info Mart on PostgreSQL that a server looks after, here or elsewhere."),
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        for way, signal in ((demo, self.demo_wanted), (local, self.open_wanted), (remote, self.connect_wanted)):
            row.addWidget(self._card(way, signal), 1000)
        row.addStretch(1)
        return row

    def _card(self, way: _Way, signal: object) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        scale = max(1.0, self._theme.line_height() / 16)
        card.setMinimumSize(round(LEAST_CARD * scale), round(CARD.height() * scale))
        card.setMaximumWidth(round(CARD.width() * scale))
        glyph, title, text = QLabel(), QLabel(way.title), QLabel(way.words)
        self._glyphs.append((glyph, way))
        title.setFont(self._theme.semi_bold(1))
        self._quiet.append(text)
        title.setWordWrap(True)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        button = QPushButton(way.button)
        button.setAccessibleDescription(way.words)
        if way.token == "accent":
            button.setObjectName("primary")
            button.setDefault(True)
            self.first_button = button
        button.clicked.connect(signal)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 20, 20, 18)
        layout.setSpacing(0)
        layout.addWidget(glyph)
        layout.addSpacing(10)
        layout.addWidget(title)
        layout.addSpacing(6)
        layout.addWidget(text, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _dress(self) -> None:
        for label in self._quiet:
            palette = label.palette()
            palette.setColor(label.foregroundRole(), self._theme["text2"])
            label.setPalette(palette)
        for glyph, way in self._glyphs:
            glyph.setPixmap(icons.pixmap(way.icon, self._theme[way.token], 28, self.devicePixelRatioF()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

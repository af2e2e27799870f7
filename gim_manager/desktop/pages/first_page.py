"""Nothing is connected yet: three ways to begin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

CARD = QSize(284, 214)


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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._glyphs: list[tuple[QLabel, _Way]] = []
        self.setObjectName("firstPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._heading, self._below = QLabel(self.tr("No Info Mart here yet")), QLabel()
        self._heading.setFont(theme.font(9, QFont.Weight.Light))
        self._below.setFont(theme.font(1))
        self._quiet = [self._below]
        self._below.setText(self.tr("Three ways to begin. A file can also be dropped here."))
        layout = QVBoxLayout(self)
        layout.addStretch(4)
        layout.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        layout.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addLayout(self._cards())
        layout.addStretch(7)
        theme.changed.connect(self._dress)
        self._dress()

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
            row.addWidget(self._card(way, signal))
        row.addStretch(1)
        return row

    def _card(self, way: _Way, signal: object) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        scale = max(1.0, self._theme.line_height() / 16)
        card.setFixedSize(round(CARD.width() * scale), round(CARD.height() * scale))
        glyph, title, text = QLabel(), QLabel(way.title), QLabel(way.words)
        self._glyphs.append((glyph, way))
        title.setFont(self._theme.semi_bold(1))
        self._quiet.append(text)
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

"""One state that concerns the whole window, under the toolbar: a fact, what follows from it, and one button."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme

_BUTTON_ICONS = {"warning": "resume", "info": "eye"}


class Banner(QFrame):
    """Amber; there as long as its state is. News, which are no state, are quiet and can be dismissed."""

    acted = Signal()
    dismissed = Signal()
    details_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("banner")
        self._glyph, self.words = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self._details = QPushButton(self.tr("Details"))
        self._details.setObjectName("link")
        self._details.setCursor(Qt.CursorShape.PointingHandCursor)
        self._details.setToolTip(self.tr("What exactly went wrong"))
        self._button = QPushButton()
        self._close = QPushButton()
        self._close.setObjectName("link")
        self._close.setToolTip(self.tr("Put this away"))
        self._close.setAccessibleName(self.tr("Put this away"))
        icons.put(theme, self._close, "close")
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._glyph)
        row.addWidget(self.words, 1)
        row.addWidget(self._details)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._details.clicked.connect(self.details_wanted)
        self._button.clicked.connect(self.acted)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_state(
        self, fact: str, consequence: str, button: str, *, icon: str = "broken", details: bool = True
    ) -> None:
        """Show a state; the same one again changes nothing but its words."""
        self._show(fact, consequence, button, icon=icon, details=details, news=False)

    def show_news(self, fact: str, consequence: str, button: str) -> None:
        """Show what is no state: it goes when it is put away."""
        self._show(fact, consequence, button, icon="info", details=False, news=True)

    def _show(self, fact: str, consequence: str, button: str, *, icon: str, details: bool, news: bool) -> None:
        if news != self.is_news:
            self.is_news = news
            self.setProperty("tone", "news" if news else "")
            self.style().unpolish(self)
            self.style().polish(self)
        self._icon = icon
        # In one text, so that a narrow window breaks it where it likes.
        text = f'<span style="font-weight:600">{escape(fact)}</span>&nbsp; {escape(consequence)}'
        if self.words.text() != text:
            self.words.setText(text)
        self._button.setText(button)
        icons.put(self._theme, self._button, _BUTTON_ICONS.get(icon, "refresh"))
        self._details.setVisible(details)
        self._close.setVisible(news)
        self.setAccessibleName(f"{fact} {consequence}")
        self._dress()
        self.show()

    _icon, is_news = "broken", False
    """Whether it shows what can be put away."""

    def _dress(self) -> None:
        ink = self._theme["accent" if self.is_news else "stopping"]
        self._glyph.setPixmap(icons.pixmap(self._icon, ink, 18, self.devicePixelRatioF()))
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), self._theme["text"])
        self.words.setPalette(palette)

"""One state that concerns the whole window, under the toolbar: a fact, what follows from it, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme


class Banner(QFrame):
    """Amber; there as long as its state is, and never dismissed."""

    acted = Signal()
    details_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("banner")
        self._glyph, self._fact, self._consequence = QLabel(), QLabel(), QLabel()
        self._fact.setFont(theme.semi_bold())
        self._consequence.setWordWrap(True)
        self._details = QPushButton(self.tr("Details"))
        self._details.setObjectName("link")
        self._details.setCursor(Qt.CursorShape.PointingHandCursor)
        self._details.setToolTip(self.tr("What exactly went wrong"))
        self._button = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(10)
        for part in (self._glyph, self._fact):
            row.addWidget(part)
        row.addWidget(self._consequence, 1)
        row.addWidget(self._details)
        row.addWidget(self._button)
        self._details.clicked.connect(self.details_wanted)
        self._button.clicked.connect(self.acted)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_state(
        self, fact: str, consequence: str, button: str, *, icon: str = "broken", details: bool = True
    ) -> None:
        """Show a state; the same one again changes nothing but its words."""
        self._icon = icon
        for label, text in ((self._fact, fact), (self._consequence, consequence)):
            if label.text() != text:
                label.setText(text)
        self._button.setText(button)
        icons.put(self._theme, self._button, "resume" if icon == "warning" else "refresh")
        self._details.setVisible(details)
        self.setAccessibleName(f"{fact} {consequence}")
        self._dress()
        self.show()

    _icon = "broken"

    def _dress(self) -> None:
        self._glyph.setPixmap(icons.pixmap(self._icon, self._theme["stopping"], 18, self.devicePixelRatioF()))
        palette = self._fact.palette()
        palette.setColor(self._fact.foregroundRole(), self._theme["text"])
        self._fact.setPalette(palette)

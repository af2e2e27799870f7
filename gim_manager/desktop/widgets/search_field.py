"""A field to search by: the glass at its left, and room for the hint that says in what is searched."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import tr

LEAST, USUAL = 140, 270
AROUND = 68
"""Pixels beside the hint: the glass, the cross that clears, and the edges."""


class SearchField(QLineEdit):
    """As wide as its hint where there is room, and no wider."""

    def __init__(self, theme: Theme, hint: str, name: str, tip: str) -> None:
        super().__init__(placeholderText=hint, clearButtonEnabled=True)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        glass = self.addAction(icons.icon(theme, "search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.put(theme, glass, "search")
        glass.setToolTip(tr("Search"))
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(max(USUAL, self.fontMetrics().horizontalAdvance(hint) + AROUND))

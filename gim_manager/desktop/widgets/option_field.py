"""The editor that fits an option: a line, a list to search, a secret, a folder, or one of option_choices.py."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_choices import ChoiceField, FlagField, OrderField
from gim_manager.domain.option import Kind, Option
from gim_manager.presenters.options import is_wide

WIDTH, WIDE = 148, 306
"""Of an editor at S = 9 pt; one column."""
ENCODINGS = ("utf8", "utf-16", "ascii", "iso-8859-1", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252",
             "shift_jis", "gb18030", "big5", "euc_kr")  # fmt: skip
"""Those that are looked for most; any other can be typed."""


def ring(widget: QWidget, theme: Theme) -> None:
    """The red ring of what is wrong, over the widget's own frame."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme["failed"], 2))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 4, 4)


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal(str)

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__()
        self._theme = theme
        self._is_wrong = False
        self.setFont(theme.font(digits=True))
        self.textEdited.connect(self.edited)
        self.setPlaceholderText({Kind.DATE: "YYYY-MM-DD"}.get(option.kind, ""))

    def show_text(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def show_wrong(self, wrong: bool) -> None:
        if wrong != self._is_wrong:
            self._is_wrong = wrong
            self.update()

    def show_editable(self, editable: bool) -> None:
        if editable == self.isReadOnly():
            self.setReadOnly(not editable)
            self.style().unpolish(self)
            self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_wrong:
            ring(self, self._theme)


class SearchField(LineField):
    """A line that offers what contains the typed letters; Down shows everything."""

    def __init__(self, theme: Theme, option: Option, offers: Sequence[str]) -> None:
        super().__init__(theme, option)
        finder = QCompleter(list(offers), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(12)
        finder.activated.connect(self.edited)
        self.setCompleter(finder)
        arrow = self.addAction(icons.icon(theme, "chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        icons.put(theme, arrow, "chevron-down")
        arrow.setText(self.tr("Show all"))
        arrow.triggered.connect(self._offer_all)

    def _offer_all(self) -> None:
        if not self.isReadOnly():
            self.setFocus()
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and not (popup and popup.isVisible()):
            self._offer_all()
        else:
            super().keyPressEvent(event)


class SecretField(LineField):
    """Masked until it is looked at."""

    def __init__(self, theme: Theme, option: Option) -> None:
        super().__init__(theme, option)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.addAction(icons.icon(theme, "eye"), QLineEdit.ActionPosition.TrailingPosition)
        icons.put(theme, self._eye, "eye")
        self._eye.setCheckable(True)
        self._eye.setText(self.tr("Show the value"))
        self._eye.toggled.connect(self._reveal)

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def show_editable(self, editable: bool) -> None:
        super().show_editable(editable)
        self._eye.setEnabled(editable)


class PathField(LineField):
    """A folder of this computer can be looked for."""

    def __init__(self, theme: Theme, option: Option, *, is_local: bool) -> None:
        super().__init__(theme, option)
        self._look = self.addAction(icons.icon(theme, "folder"), QLineEdit.ActionPosition.TrailingPosition)
        icons.put(theme, self._look, "folder")
        self._look.setText(self.tr("Choose a folder"))
        self._look.setVisible(is_local)
        self._look.triggered.connect(self._choose)

    def show_editable(self, editable: bool) -> None:
        super().show_editable(editable)
        self._look.setEnabled(editable)

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a folder"), self.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: str) -> None:
        self.setText(folder)
        self.edited.emit(folder)


AnyField = LineField | FlagField | ChoiceField | OrderField
"""Each tells by `edited(str)`, and has show_text (no act of the person), show_wrong (a ring in red), show_editable."""


def field(theme: Theme, option: Option, zones: Sequence[str], *, is_local: bool) -> AnyField:
    """The editor of this option."""
    made = _made(theme, option, zones, is_local=is_local)
    scale = max(1.0, theme.line_height() / 16)
    made.setMinimumWidth(round(WIDTH * scale))
    made.setMaximumWidth(round((WIDE if is_wide(option.kind) else WIDTH) * scale))
    if isinstance(made, LineField) and theme.is_fusion:
        made.setFixedHeight(theme.line_height() + 10)
    made.setAccessibleName(option.name)
    return made


def _made(theme: Theme, option: Option, zones: Sequence[str], *, is_local: bool) -> AnyField:
    if option.kind is Kind.FLAG:
        return FlagField(theme)
    if option.kind is Kind.CHOICE:
        return ChoiceField(theme, option)
    if option.kind is Kind.ORDER:
        return OrderField(theme, option)
    if option.kind in (Kind.ZONE, Kind.ENCODING):
        return SearchField(theme, option, zones if option.kind is Kind.ZONE else ENCODINGS)
    if option.kind is Kind.PATH:
        return PathField(theme, option, is_local=is_local)
    return SecretField(theme, option) if option.is_secret else LineField(theme, option)

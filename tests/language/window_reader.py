"""Opens every screen that packaging/screens.py photographs, and reads it instead.

In the language `pseudo` whatever was translated stands in brackets, so that what was not is seen.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from screens import Studio

from gim_manager.desktop import language
from gim_manager.desktop.tokens import contrast
from gim_manager.desktop.widgets.option_inspector import OptionInspector
from gim_manager.presenters.language import Language, speak
from gim_manager.presenters.phrases import PhraseBook

OPEN, SHUT = "⟦", "⟧"
MOST_STOPS = 400
LEAST_CONTRAST = 4.5
ROUNDING = 2
"""Pixels by which a height may differ on a scale that is no whole number."""
TURN_MS, SETTLING_TURNS = 50, 60
"""What has just been told a longer text gets its room in a later turn."""


class Brackets(QTranslator):
    """Everything that Qt classes of ours say, in brackets."""

    def translate(self, context: str, source: str, _comment: str | None = None, _number: int = -1) -> str:
        return f"{OPEN}{source}{SHUT}" if source and not context.startswith("Q") else ""

    def isEmpty(self) -> bool:
        return False


class AllPhrases(PhraseBook):
    """A book that knows every sentence."""

    def read(self, text: str) -> str:
        return f"{OPEN}{text}{SHUT}"


def install_brackets(app: QCoreApplication, _chosen: object) -> None:
    """In place of a language."""
    app.installTranslator(Brackets(app))
    speak(
        Language(
            code="pseudo", translate=lambda text, _number: text if SHUT in text else f"{OPEN}{text}{SHUT}",
            phrases=AllPhrases(dict),
        )
    )  # fmt: skip


class Reader(Studio):
    """Reads what it would photograph."""

    def __init__(self, wanted: Collection[str]) -> None:
        super().__init__(Path(), "", None)
        self.found: dict[str, dict[str, list[str]]] = {}
        self._wanted = wanted

    def _resize(self, size: QSize) -> None:
        self._window.resize(size.boundedTo(self._window.screen().availableGeometry().size()))

    def _save(self, name: str, dialog: QWidget | None = None) -> None:
        for _ in range(3):
            QApplication.processEvents()
        root = dialog or self._window
        shown = [widget for widget in root.findChildren(QWidget) if widget.isVisible()]
        self.found[name] = {what: sorted(FINDERS[what](root, shown)) for what in self._wanted}


def _takes_keys(widget: QWidget) -> bool:
    inside = isinstance(widget.parent(), QAbstractItemView | QComboBox)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not inside


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """One of several choices: Tab comes to the chosen one, and the arrow keys from there to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group: QButtonGroup | None = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def _spoken(widget: QWidget) -> str:
    heard: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name) if heard is not None else ""


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or _text(widget)} in {type(widget.parent()).__name__}"


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _is_clipped(widget: QWidget) -> bool:
    """Whether a button or a label has less room than its text needs."""
    if isinstance(widget, QPushButton):
        return widget.width() < widget.sizeHint().width()
    if not isinstance(widget, QLabel) or not widget.text() or type(widget).paintEvent is not QLabel.paintEvent:
        return False
    if widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) - ROUNDING
    return widget.width() < widget.minimumSizeHint().width()


def _texts(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    yield root.windowTitle()
    for widget in (root, *shown):
        yield from (_text(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from _of_model(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    # A list does not let its columns be counted.
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
        for row in range(min(model.rowCount(QModelIndex()), 60)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(row, column).data(role) or "")


def _nameless(_root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    return (_described(one) for one in shown if _takes_keys(one) and not _spoken(one))


def _clipped(_root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    cut = [one for one in shown if _is_clipped(one)]
    for _ in range(SETTLING_TURNS):
        if not any(_still_clipped(cut)):
            break
        QTest.qWait(TURN_MS)
    return (f"{_described(one)}: {_text(one)}" for one in _still_clipped(cut))


def _still_clipped(cut: list[QWidget]) -> Iterator[QWidget]:
    return (one for one in cut if shiboken6.isValid(one) and _is_clipped(one))


def _faint(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """What is written so that its ink has less than the contrast of WCAG AA on its ground, as it is painted."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    scale = picture.devicePixelRatio()
    picture.setDevicePixelRatio(1.0)
    for one in shown:
        # Of what has scrolled half away perhaps no letter is left.
        if not one.isEnabled() or not _written(one) or one.visibleRegion().boundingRect() != one.rect():
            continue
        part = picture.copy(QRect(one.mapTo(root, QPoint()) * scale, one.size() * scale))
        inks = Counter(memoryview(part.constBits()).cast("I"))
        ground = inks.most_common(1)[0][0]
        best = max(contrast(_name(ink), _name(ground)) for ink in inks)
        if best < LEAST_CONTRAST:
            yield f"{_described(one)}: {_written(one)} {best:.1f}"


def _name(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def _written(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else _text(widget)


def _too_large(root: QWidget, _shown: list[QWidget]) -> Iterator[str]:
    """A window beyond its screen: its buttons cannot be reached there."""
    room = root.screen().availableGeometry().size()
    if root.size().boundedTo(room) != root.size():
        yield f"{_described(root)}: {root.width()} × {root.height()} of {room.width()} × {room.height()}"


def _unreachable(root: QWidget, shown: list[QWidget]) -> list[str]:
    """What Tab never comes to, once round."""
    root.activateWindow()
    QTest.qWaitForWindowActive(root)
    # Its buttons are those of the option in focus: F6 leads there (tests/desktop/pages/test_options_page.py).
    inspectors = root.findChildren(OptionInspector)
    wanted = {
        one
        for one in shown
        if _takes_keys(one)
        and one.focusProxy() is None
        and not _is_reached_by_arrows(one)
        and not any(part.isAncestorOf(one) for part in inspectors)
    }
    first = QApplication.focusWidget()
    met: set[QWidget] = set()
    for _ in range(MOST_STOPS):
        holder = QApplication.focusWidget() or root
        QTest.keyClick(holder, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in met:
            break
        met.add(now)
    if first is not None:
        first.setFocus()
    # What follows the focus has gone meanwhile, as the buttons of another option.
    return sorted(_described(one) for one in wanted - met if shiboken6.isValid(one) and one.isVisible())


FINDERS: dict[str, Callable[[QWidget, list[QWidget]], Iterable[str]]] = {
    "texts": lambda root, shown: set(_texts(root, shown)), "nameless": _nameless, "clipped": _clipped,
    "faint": _faint, "unreachable": _unreachable, "too large": _too_large,
}  # fmt: skip


def main(spoken: str, wanted: Collection[str]) -> None:
    """Called from a process of its own: `python -c`, whose helpers do not import this module again."""
    if spoken == "pseudo":
        language.install = install_brackets  # type: ignore[assignment]
    reader = Reader(wanted)
    reader.photograph()
    sys.stdout.write(json.dumps(reader.found, ensure_ascii=False))

"""Which colours, fonts and style sheets the window wears now, and when they change."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from gim_manager.desktop import resources
from gim_manager.desktop.tokens import colours, contrast, filled

ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "header",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "failed",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "outline",
    QPalette.ColorRole.Shadow: "border",
}
"""Fusion's palette; on Windows and macOS the system's own stays."""

GREYED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
LEAST_ACCENT_CONTRAST = 4.5


class Appearance(StrEnum):
    """View ▸ Appearance."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the whole application; `changed` asks every painter to look again."""

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self.appearance = appearance
        self.is_fusion = app.platformName() not in ("windows", "cocoa")
        self.size = app.font().pointSizeF()
        self._fonts: dict[tuple[float, int, bool], QFont] = {}
        self.ratios: frozenset[float] = frozenset()
        """Device pixels a pixel, on each screen that there is or was."""
        self._wear()
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def __getitem__(self, token: str) -> QColor:
        return self._colours[token]

    def wear(self, appearance: Appearance) -> None:
        """Follow the system, or be light or dark whatever it says."""
        self.appearance = appearance
        self._wear()
        self.changed.emit()

    def font(self, larger: float = 0.0, weight: QFont.Weight = QFont.Weight.Normal, *, digits: bool = False) -> QFont:
        """The system's font, some points larger or smaller; `digits` makes all figures equally wide."""
        key = (larger, weight.value, digits)
        if key not in self._fonts:
            font = QFont(self._app.font())
            font.setPointSizeF(self.size + larger)
            font.setWeight(weight)
            if digits:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return self._fonts[key]

    def semi_bold(self, larger: float = 0.0, *, digits: bool = False) -> QFont:
        """For titles, section labels and what failed."""
        return self.font(larger, QFont.Weight.DemiBold, digits=digits)

    def medium(self, *, digits: bool = False) -> QFont:
        """For the states that are not done."""
        return self.font(0.0, QFont.Weight.Medium, digits=digits)

    def fixed(self) -> QFont:
        """For the log and for Job Parameters alone."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.size - 0.5)
        return font

    def line_height(self) -> int:
        """Pixels of one line of text."""
        return QFontMetrics(self.font()).height()

    def _watch(self, screen: QScreen) -> None:
        # A scale that is set anew changes how many of our pixels a screen is wide.
        screen.geometryChanged.connect(self._see_screens)
        self._see_screens()

    def _see_screens(self) -> None:
        seen = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
        if not seen <= self.ratios:
            self.ratios |= seen
            self.changed.emit()

    def _system_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self._wear()
            self.changed.emit()

    def _wear(self) -> None:
        self._ask_the_system()
        self.is_dark = self._wants_dark()
        self._colours = {name: QColor(value) for name, value in colours(dark=self.is_dark).items()}
        sheets = [resources.style("content")]
        if self.is_fusion:
            self._app.setPalette(self._palette())
            sheets.append(resources.style("fusion"))
        else:
            self._take_accent()
        self._app.setStyleSheet(filled("\n".join(sheets), dark=self.is_dark))

    def _ask_the_system(self) -> None:
        """Native widgets follow the choice only if the platform is told (Windows and macOS)."""
        if self.is_fusion:
            return
        schemes = {Appearance.LIGHT: Qt.ColorScheme.Light, Appearance.DARK: Qt.ColorScheme.Dark}
        QGuiApplication.styleHints().setColorScheme(schemes.get(self.appearance, Qt.ColorScheme.Unknown))

    def _wants_dark(self) -> bool:
        if self.appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.appearance is Appearance.DARK

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in ROLES.items():
            palette.setColor(role, self._colours[token])
        for role in GREYED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        return palette

    def _take_accent(self) -> None:
        """The system's accent where it can be read; else ours."""
        accent = self._app.palette().color(QPalette.ColorRole.Accent)
        if contrast(accent.name(), self._colours["surface"].name()) >= LEAST_ACCENT_CONTRAST:
            self._colours["accent"] = accent

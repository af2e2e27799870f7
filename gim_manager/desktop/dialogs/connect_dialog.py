"""Connect to an Info Mart on a server: its URL, and whether it can be reached."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.theme import Theme
from gim_manager.domain.errors import GimError


def reach(url: str) -> str:
    """The shown URL of an Info Mart that answers, also of an older one; raises GimError. Blocks."""
    from gim_manager.bootstrap import open_context

    with open_context(url, any_age=True) as context:
        return context.database.url


class ConnectDialog(QDialog):
    """Test says what is there; Connect opens it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bridge = theme, bridge
        self.setWindowTitle(self.tr("Connect to a server"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(560)
        label = QLabel(self.tr("URL of the Info Mart"))
        self.url = QLineEdit(placeholderText="postgresql://user@host:5432/database")
        label.setBuddy(self.url)
        hint = QLabel(
            self.tr(
                "The password may stand in the URL or in PGPASSFILE. It is used for this connection and kept nowhere."
            )
        )
        hint.setWordWrap(True)
        palette = hint.palette()
        palette.setColor(hint.foregroundRole(), theme["text2"])
        hint.setPalette(palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for part in (label, self.url, hint):
            layout.addWidget(part)
        layout.addLayout(self._answer_row())
        layout.addLayout(self._buttons())
        self.url.textChanged.connect(self._typed)
        self._typed()

    def _answer_row(self) -> QHBoxLayout:
        self._glyph, self.answer = QLabel(), QLabel()
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(3 * self._theme.line_height())
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.test, cancel = QPushButton(self.tr("Test")), QPushButton(self.tr("Cancel"))
        self.connect_button = QPushButton(self.tr("Connect"))
        self.connect_button.setObjectName("primary")
        self.connect_button.setDefault(True)
        self.test.setAutoDefault(False)
        self.test.clicked.connect(lambda: self._bridge.start("test", self._reach(then_open=False)))
        self.connect_button.clicked.connect(lambda: self._bridge.start("test", self._reach(then_open=True)))
        cancel.clicked.connect(self.reject)
        self.finished.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.test)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.connect_button)
        return row

    def _leave(self) -> None:
        self._bridge.drop("test")

    def _typed(self) -> None:
        given = bool(self.url.text().strip())
        self.test.setEnabled(given)
        self.connect_button.setEnabled(given)
        self._say("", "", "text2")

    def _say(self, icon: str, text: str, token: str) -> None:
        self.answer.setText(text)
        palette = self.answer.palette()
        palette.setColor(self.answer.foregroundRole(), self._theme[token])
        self.answer.setPalette(palette)
        if icon:
            self._glyph.setPixmap(icons.pixmap(icon, self._theme[token], icons.GLYPH, self.devicePixelRatioF()))
        else:
            self._glyph.clear()

    async def _reach(self, *, then_open: bool) -> None:
        url = self.url.text().strip()
        self._say("clock", self.tr("Reaching it …"), "text2")
        try:
            shown = await self._bridge.ask(reach, url)
        except GimError as error:
            self._say("failed", str(error), "failed")
            return
        self._say("check", self.tr("%s is an Info Mart and answers.") % shown, "complete")
        if then_open:
            self.accept()
            self.chosen.emit(url)

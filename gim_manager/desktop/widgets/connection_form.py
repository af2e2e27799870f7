"""The parts of one connection as fields: a server with its TLS, or a local file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.choice import Choice
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.remark import Remark
from gim_manager.desktop.widgets.tick import Tick
from gim_manager.domain.address import Tls
from gim_manager.presenters import connections
from gim_manager.presenters.connections import Draft
from gim_manager.presenters.language import tr

PORT_CHARACTERS = 7
SERVER, FILE = 0, 1
_MODES: tuple[Tls | None, ...] = (*Tls, None)
_TOP = Qt.AlignmentFlag.AlignTop


class ConnectionForm(QFrame):
    """Shows a draft, and tells each change as another one."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.draft = Draft()
        self._make_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = self._grid()
        self._row(top, 0, self.tr("Name"), self.name)
        self._row(top, 1, self.tr("Where"), self.kind)
        layout.addLayout(top)
        self._server, self._local = self._server_part(), self._file_part()
        layout.addWidget(self._server)
        layout.addWidget(self._local)
        layout.addStretch(1)
        self._align(top)
        self._connect()
        self.show_draft(self.draft)

    def _make_fields(self) -> None:
        theme = self._theme
        self.name, self.host, self.port = QLineEdit(), QLineEdit(), QLineEdit()
        self.database, self.user, self.password = QLineEdit(), QLineEdit(), QLineEdit()
        self.root, self.file = QLineEdit(), QLineEdit()
        self.kind = Choice(
            theme, self.tr("Where"), self.tr("On a server, or a file of this computer"),
            [self.tr("A server (PostgreSQL)"), self.tr("A local file (SQLite)")],
        )  # fmt: skip
        self.tls = Choice(
            theme, self.tr("TLS"), self.tr("How the way to the server is protected"),
            [*(mode.value for mode in Tls), tr(connections.NOT_SAID)],
        )  # fmt: skip
        self.keep = Tick(theme, self.tr("Keep it in the keyring of this computer"))
        self.meaning, self.warning = Words(theme, token="text2"), Remark(theme, "warning", "stopping")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.host.setPlaceholderText(self.tr("localhost, or paste a whole URL here"))
        self.port.setPlaceholderText(str(connections.DEFAULT_PORT))
        self.root.setPlaceholderText(self.tr("empty: root.crt of this user (~/.postgresql)"))
        self.port.setFixedWidth(self.port.fontMetrics().averageCharWidth() * PORT_CHARACTERS + 24)

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        return grid

    def _row(self, grid: QGridLayout, row: int, text: str, field: QWidget, beside: QWidget | None = None) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        grid.addWidget(label, row, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(field, 0 if isinstance(field, Choice) else 1)
        if beside is not None:
            line.addWidget(beside)
        elif isinstance(field, Choice):
            line.addStretch(1)
        grid.addLayout(line, row, 1)

    def _server_part(self) -> QWidget:
        part, grid = QWidget(), self._grid()
        self.port.setAccessibleName(self.tr("Port"))
        self.port.setToolTip(self.tr("Port"))
        self._row(grid, 0, self.tr("Host and port"), self.host, self.port)
        self._row(grid, 1, self.tr("Database"), self.database)
        self._row(grid, 2, self.tr("User"), self.user)
        self._row(grid, 3, self.tr("Password"), self.password)
        grid.addLayout(self.keep.flush(), 4, 1)
        self._row(grid, 5, self.tr("TLS"), self.tls)
        grid.addWidget(self.meaning, 6, 1)
        grid.addWidget(self.warning, 7, 1)
        self.browse_root = self._browse(self.tr("Root certificate of the server's authority"), self.root)
        self._row(grid, 8, self.tr("Root certificate"), self.root, self.browse_root)
        self._align(grid)
        part.setLayout(grid)
        return part

    def _file_part(self) -> QWidget:
        part, grid = QWidget(), self._grid()
        self.browse_file = self._browse(self.tr("Open an Info Mart"), self.file)
        self._row(grid, 0, self.tr("File"), self.file, self.browse_file)
        grid.addWidget(Words(self._theme, self.tr("Its server runs inside this window."), "text2"), 1, 1)
        self._align(grid)
        part.setLayout(grid)
        return part

    def _align(self, grid: QGridLayout) -> None:
        """The labels of all parts are equally wide."""
        labels = (self.tr("Host and port"), self.tr("Root certificate"))
        grid.setColumnMinimumWidth(0, max(self.fontMetrics().horizontalAdvance(text) for text in labels) + 2)

    def _browse(self, title: str, field: QLineEdit) -> QPushButton:
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self._choose(title, field))
        return button

    def _choose(self, title: str, field: QLineEdit) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._chosen(field, path))
        dialog.open()

    def _chosen(self, field: QLineEdit, path: str) -> None:
        field.setText(str(Path(path)))
        self._typed()

    def in_order(self) -> tuple[QWidget, ...]:
        """The fields as the eye goes through them."""
        return (
            self.name, self.kind, self.host, self.port, self.database, self.user, self.password, self.keep, self.tls,
            self.root, self.browse_root, self.file, self.browse_file,
        )  # fmt: skip

    def _connect(self) -> None:
        for field in (self.name, self.port, self.database, self.user, self.password, self.root, self.file):
            field.textEdited.connect(self._typed)
        self.host.textEdited.connect(self._host_typed)
        self.host.editingFinished.connect(self._host_left)
        self.keep.toggled.connect(self._typed)
        self.kind.currentIndexChanged.connect(self._typed)
        self.tls.activated.connect(self._mode_chosen)

    def show_draft(self, draft: Draft) -> None:
        """Another connection, or the same one after something else filled it."""
        texts = (
            (self.name, draft.name), (self.host, draft.host), (self.port, draft.port), (self.user, draft.user),
            (self.database, draft.database), (self.password, draft.password), (self.root, draft.root_certificate),
            (self.file, draft.file),
        )  # fmt: skip
        for field, text in texts:
            if field.text() != text:
                field.setText(text)
        with QSignalBlocker(self.keep), QSignalBlocker(self.kind):
            self.keep.setChecked(draft.keeps_password)
            self.kind.setCurrentIndex(FILE if draft.is_file else SERVER)
        self._take(draft)

    def _take(self, draft: Draft) -> None:
        """What follows from the fields."""
        self.draft = draft
        self._server.setVisible(not draft.is_file)
        self._local.setVisible(draft.is_file)
        with QSignalBlocker(self.tls):
            self.tls.setCurrentIndex(_MODES.index(draft.mode))
        self.meaning.setText(tr(connections.MEANINGS[draft.mode]))
        self.warning.show_text(connections.warning(draft))
        self.name.setPlaceholderText(connections.suggested_name(draft))
        kept = self.tr("empty: as it is kept, or PGPASSFILE") if draft.saved_as else self.tr("empty: PGPASSFILE")
        self.password.setPlaceholderText(kept)

    def _typed(self) -> None:
        self._take(
            replace(
                self.draft, name=self.name.text(), is_file=self.kind.currentIndex() == FILE, file=self.file.text(),
                host=self.host.text(), port=self.port.text(), database=self.database.text(), user=self.user.text(),
                password=self.password.text(), keeps_password=self.keep.isChecked(),
                root_certificate=self.root.text(), fault="",
            )
        )  # fmt: skip
        self.changed.emit()

    def _mode_chosen(self, place: int) -> None:
        mode = _MODES[place]
        self._take(replace(self.draft, tls=mode, leaves_tls=mode is None))
        self.changed.emit()

    def _host_typed(self, text: str) -> None:
        # A URL that comes at once was pasted: its password must not stay on the screen.
        if (
            connections.is_url(text)
            and not connections.is_url(self.draft.host)
            and len(text) > len(self.draft.host) + 1
        ):
            self._take_url(text)
        else:
            self._typed()

    def _host_left(self) -> None:
        if connections.is_url(self.host.text()):
            self._take_url(self.host.text())

    def _take_url(self, text: str) -> None:
        self.show_draft(connections.pasted(self.draft, text))
        self.changed.emit()

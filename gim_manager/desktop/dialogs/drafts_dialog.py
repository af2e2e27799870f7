"""Letting go of an Info Mart while options are changed and not applied: discard the changes, or stay."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.domain.option_file import Key
from gim_manager.presenters import words
from gim_manager.presenters.language import tr

NAMED = 4


class DraftsDialog(QDialog):
    """Accepted: the changes may go."""

    def __init__(self, theme: Theme, drafts: tuple[Key, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changes that are not applied"))
        self.setModal(True)
        self.title = Words(theme, tr("Discard {n} changes?", "", len(drafts), one="Discard {n} change?"), wraps=False)
        self.title.setFont(theme.semi_bold(2.5))
        names = ", ".join(name.replace("-", words.HYPHEN) for _, name in drafts[:NAMED])
        if len(drafts) > NAMED:
            names += tr(", … ({n} more)", "", len(drafts) - NAMED)
        self.text = Words(
            theme, self.tr("These options were changed here and not applied: {names}.").format(names=names)
        )
        self.keep, self.discard = QPushButton(self.tr("Keep open")), QPushButton(self.tr("Discard changes"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.discard.setObjectName("danger")
        self.discard.setAutoDefault(False)
        self.discard.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.discard)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addStrut(440)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addSpacing(8)
        layout.addLayout(row)

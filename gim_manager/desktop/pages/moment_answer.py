"""Why at a moment of a timeline, or what stands over it: below the lanes, where no run is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from gim_manager.desktop import icons
from gim_manager.desktop.pages.details import STRIP_HEIGHT, scrolled
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.why_view import WhyView
from gim_manager.presenters.run_view import Why


class MomentAnswer(QFrame):
    """One answer, or before there is a question how to ask it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("details")
        strip = QFrame()
        strip.setObjectName("detailStrip")
        strip.setFixedHeight(max(STRIP_HEIGHT, theme.line_height() + 16))
        self.title = Words(theme, self.tr("Why"), "text2", wraps=False)
        self.title.setFont(theme.semi_bold())
        self.subject = Words(theme, "", "text2", wraps=False)
        self.to_option = QPushButton(self.tr("Show option"))
        self.to_option.setObjectName("link")
        icons.put(theme, self.to_option, "external", "accent")
        self.to_option.setToolTip(self.tr("Go to this option on the Options page (Return)"))
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.subject)
        row.addWidget(self.to_option)
        self.hint = Words(
            theme, self.tr(
                "Click a bar to see what became of its run, or an empty spot to see why nothing runs then. Arrow keys "
                "go from bar to bar, with Ctrl from flag to flag; Home goes to the present, + and - zoom."
            ), "text3",
        )  # fmt: skip
        self.hint.setContentsMargins(14, 12, 14, 12)
        self.why_view = WhyView(theme)
        self._facts = scrolled(self.why_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (strip, self.hint, self._facts):
            layout.addWidget(part)
        layout.addStretch(0)
        layout.setStretchFactor(self._facts, 1)
        self.show_why(None, "")

    def show_why(self, why: Why | None, subject: str, *, leads: bool = False) -> None:
        """Another answer, of whom and when, and whether it `leads` to an option; None asks for a question."""
        self.subject.setText(subject)
        self.to_option.setVisible(leads)
        self.why_view.show_why(why)
        self.hint.setVisible(why is None)
        self._facts.setVisible(why is not None)

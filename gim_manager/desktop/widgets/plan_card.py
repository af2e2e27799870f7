"""What the next day would be with options that are not applied yet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.remark import Remark, drop
from gim_manager.presenters import words
from gim_manager.presenters.option_plan import PlanView


class PlanCard(QFrame):
    """The day with the drafts, in counted facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plan = PlanView()
        self.setObjectName("card")
        self._title = Words(theme)
        self._title.setFont(theme.semi_bold())
        self._facts: list[Remark] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(5)
        self._column.addWidget(self._title)
        self.hide()

    def show_plan(self, plan: PlanView) -> None:
        """Another outlook."""
        if plan == self._plan:
            return
        self._plan = plan
        self._title.setText(plan.title)
        for old in self._facts:
            drop(self._column, old)
        tokens = {"info": "accent", "warning": "stopping"}
        self._facts = [Remark(self._theme, fact.icon, tokens.get(fact.icon, "text2")) for fact in plan.facts]
        for remark, fact in zip(self._facts, plan.facts, strict=True):
            remark.words.ink("text" if fact.icon else "text2")
            self._column.addWidget(remark)
            remark.show_text(fact.text)
        self.setAccessibleName(". ".join((plan.title, *(words.plain(fact.text) for fact in plan.facts))))
        self.setVisible(bool(plan.facts))

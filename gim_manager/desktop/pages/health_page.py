"""The Health page: five facts, the night in one sentence, what needs attention, the next clock change, what is in
order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gim_manager.desktop import icons
from gim_manager.desktop.health_desk import HealthDesk
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.concern_rows import ConcernRows
from gim_manager.desktop.widgets.fact_cards import FactCards
from gim_manager.desktop.widgets.labels import Words
from gim_manager.desktop.widgets.night_row import NightRow
from gim_manager.desktop.widgets.order_list import OrderList
from gim_manager.desktop.widgets.rehearsal_view import RehearsalView
from gim_manager.desktop.widgets.remark import Remark
from gim_manager.domain.option_file import Key
from gim_manager.presenters import digest, health, rehearsal
from gim_manager.presenters.health import HealthView, Jump
from gim_manager.presenters.language import number, tr

INSET = 16


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    return line


class HealthPage(QWidget):
    """Binds the desk to the widgets; decides nothing."""

    option_wanted = Signal(str, str)
    """Section and name."""
    run_wanted = Signal(int)
    counted = Signal(int)
    """How much needs attention."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self.desk = HealthDesk(session, self)
        self.shown: HealthView | None = None
        self._was_lost = False
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        self.facts, self.night_row = FactCards(theme), NightRow(theme)
        self.rows, self.rehearsal, self.order = ConcernRows(theme), RehearsalView(theme), OrderList(theme)
        self.nothing = Remark(theme, "check", "complete")
        self.nothing.words.ink("text")
        self.nothing.setContentsMargins(INSET, 0, INSET, 10)
        self.nothing.hide()
        self._page = QFrame()
        self._page.setObjectName("page")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(0)
        column.addWidget(self._section(self.facts))
        column.addWidget(self._section(self.night_row))
        column.addLayout(self._attention())
        column.addWidget(self.nothing)
        column.addWidget(self.rows)
        column.addWidget(self._section(self.rehearsal, above=True))
        column.addWidget(self._section(self.order, below=False))
        for part in (self.facts, self.night_row, self.rehearsal, self.order):
            self._show(part, shown=False)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("page")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _section(self, part: QWidget, *, above: bool = False, below: bool = True) -> QFrame:
        """With the page's inset, and with a line at an end; they come and go together."""
        frame = QFrame()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 11)
        inside.setSpacing(11)
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addWidget(part)
        if above:
            inside.addWidget(_rule())
        inside.addLayout(row)
        if below:
            inside.addWidget(_rule())
        return frame

    def _show(self, part: QWidget, *, shown: bool) -> None:
        section = part.parentWidget()
        assert section is not None
        section.setVisible(shown)

    def _attention(self) -> QHBoxLayout:
        self.title, self.count = Words(self._theme, wraps=False), Words(self._theme, token="text2", wraps=False)
        self.title.setText(self.tr("Needs attention"))
        self.title.setFont(self._theme.semi_bold(1))
        self.state = Words(self._theme, token="text2")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.check, self.copy = QPushButton(self.tr("Check again")), QPushButton(self.tr("Copy details"))
        icons.put(self._theme, self.check, "refresh")
        icons.put(self._theme, self.copy, "copy")
        self.copy.setToolTip(self.tr("Put all that the page says on the clipboard as text"))
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, INSET, 8)
        row.setSpacing(8)
        for part in (self.title, self.count):
            row.addWidget(part)
        row.addWidget(self.state, 1)
        row.addWidget(self.check)
        row.addWidget(self.copy)
        return row

    def _connect(self) -> None:
        self.desk.changed.connect(self.show_all)
        self._session.freshness_changed.connect(self.show_all)
        self.check.clicked.connect(self.desk.check)
        self.copy.clicked.connect(self._copy)
        self.rows.followed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.look()
        self.show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.look_away()

    def show_all(self) -> None:
        """Everything by what is known now; what is lost steps back. Unseen it only counts."""
        lost, was_lost = self._session.freshness.is_lost, self._was_lost
        self._was_lost = lost
        view = self._view()
        if not self.isVisible():
            return
        if view is not None:
            self._show_view(view, lost=lost)
        self._show_acts(lost=lost)
        self._show_night()
        self._show_rehearsal()
        if was_lost and not lost:
            self.desk.look()

    def _view(self) -> HealthView | None:
        """What needs attention is counted by it; before the first checkup by the status."""
        session, checkup = self._session, self.desk.checkup
        if session.status is None:
            return None
        if checkup is None:
            self.counted.emit(len(session.status.errors) + len(session.status.warnings))
            return None
        now, is_local = session.mart.now(), session.mart.identity.is_local
        view = health.view(checkup, session.status, session.zone, now, is_local=is_local)
        self.counted.emit(len(view.lines))
        return view

    def _show_view(self, view: HealthView, *, lost: bool) -> None:
        self.shown = view
        self.facts.show_facts(view.facts, stale=lost)
        self._show(self.facts, shown=True)
        self.rows.show_lines(view.lines, stale=lost)
        self.nothing.show_text("" if view.lines else tr(health.NOTHING))
        self.count.setText(number(len(view.lines)) if view.lines else "")
        self.order.show_items(view.in_order)
        self._show(self.order, shown=bool(view.in_order))

    def _show_acts(self, *, lost: bool) -> None:
        why = self.tr("the connection is lost") if lost else ""
        tip = self.tr("Look at options, schema, sources, clock and the past anew")
        self.check.setEnabled(not lost and not self.desk.is_checking)
        self.check.setToolTip(f"{tip}: {why}" if why else tip)
        self.copy.setEnabled(self.shown is not None)
        self.state.setText(tr(health.CHECKING) if self.desk.is_checking and not lost else self.desk.trouble)

    def _show_night(self) -> None:
        found, zone = self.desk.digest, self._session.zone
        if found is not None:
            jobs, drops = tuple(digest.told_of_jobs(found)), tuple(digest.rows_of_drops(found, zone))
            self.night_row.show_night(self.night_sentence(), jobs, drops)
        self._show(self.night_row, shown=found is not None)

    def _show_rehearsal(self) -> None:
        found, session = self.desk.rehearsal, self._session
        self._show(self.rehearsal, shown=found is not None and session.status is not None)
        if found is not None and session.status is not None:
            self.rehearsal.show_view(rehearsal.view(found, session.status.zone, session.mart.now()))

    def night(self) -> tuple[str, str]:
        """The time that the night is told of, and what happened in it; empty where that is not known."""
        session = self._session
        if self.desk.digest is None:
            return "", ""
        return digest.halves(self.desk.digest, session.zone, session.mart.identity.host)

    def night_sentence(self) -> str:
        """Both in one sentence."""
        return ": ".join(part for part in self.night() if part)

    def _follow(self, jump: Jump) -> None:
        if jump.run_id is not None:
            self.run_wanted.emit(jump.run_id)
        elif jump.option is not None:
            key: Key = jump.option
            self.option_wanted.emit(*key)

    def _copy(self) -> None:
        if self.shown is not None:
            night = self.night_sentence()
            QGuiApplication.clipboard().setText("\n".join(part for part in (night, self.shown.spoken) if part))

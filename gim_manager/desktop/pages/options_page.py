"""The Options page: sections, the rows of one, the option that has the focus, and what applying would do."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from gim_manager.desktop.option_acts import OptionActs
from gim_manager.desktop.option_desk import OptionDesk
from gim_manager.desktop.session import Session
from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.option_bars import ActBar, FilterBar
from gim_manager.desktop.widgets.option_field import AnyField, field
from gim_manager.desktop.widgets.option_inspector import OptionInspector
from gim_manager.desktop.widgets.option_row import OptionRow
from gim_manager.desktop.widgets.option_rows import OptionRows
from gim_manager.desktop.widgets.option_split import OptionSplit
from gim_manager.desktop.widgets.section_list import SectionList
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import find_option
from gim_manager.presenters import option_bar, options
from gim_manager.presenters.option_inspector import inspector
from gim_manager.presenters.options import Filter


class OptionsPage(QWidget):
    """Binds the desk to the widgets; decides nothing."""

    channel_wanted = Signal(object)
    """Channel: try it."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self.desk = OptionDesk(session, self)
        self._acts = OptionActs(theme, self.desk, self)
        self.filter = Filter()
        self._layout: dict[str, tuple[options.Group, ...]] = {}
        self._pages: dict[str, OptionRows] = {}
        self._key: Key | None = None
        self._wanted: Key | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.top, self.bar = FilterBar(self._theme), ActBar(self._theme)
        self.sections = SectionList(self._theme)
        self.inspector = OptionInspector(self._theme)
        self.stack = QStackedWidget()
        blank = QFrame()
        blank.setObjectName("page")
        self.stack.addWidget(blank)
        self.split = OptionSplit(self._theme, self.sections, self.stack, self.inspector)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        desk, session = self.desk, self._session
        desk.changed.connect(self.show_all)
        desk.history_read.connect(self._inspect)
        desk.plan_changed.connect(lambda: self.inspector.plan.show_plan(desk.plan))
        self.sections.chosen.connect(self._turn)
        self.top.filtered.connect(self._filter)
        self.top.history.clicked.connect(desk.ask_all_history)
        self.top.import_file.clicked.connect(self._acts.choose_import)
        self.top.export_file.clicked.connect(self._acts.choose_export)
        self._acts.option_wanted.connect(self.show_option)
        self.top.reset_section.triggered.connect(self._reset_section)
        self.bar.apply.clicked.connect(desk.apply)
        self.bar.discard.clicked.connect(self.discard)
        self.inspector.reverted.connect(lambda change: desk.take(desk.sheet.put(change.key, change.old)))
        self.inspector.decided.connect(lambda mine: desk.take(desk.sheet.decided(self._here, mine=mine)))
        self.inspector.reset_wanted.connect(lambda: desk.take(desk.sheet.reset((self._here,))))
        self.inspector.test_wanted.connect(self.channel_wanted)
        # Rows have their places once the event loop had its turn.
        self.split.fold.toggle.toggled.connect(lambda: QTimer.singleShot(0, self, self._keep_in_sight))
        crossing = QShortcut(QKeySequence("F6"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        crossing.activated.connect(self._cross)
        session.refreshed.connect(self._look_again)
        session.freshness_changed.connect(self._show_bar)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def discard(self) -> None:
        """Take every change back that is not applied."""
        self.desk.take(self.desk.sheet.discarded())

    def _cross(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, OptionRows) and self._key in page.rows:
            self.split.cross(page.rows[self._key].field)

    def _keep_in_sight(self) -> None:
        """The row that the inspector tells of, and its section."""
        page = self.stack.currentWidget()
        if isinstance(page, OptionRows) and self._key in page.rows:
            page.ensureWidgetVisible(page.rows[self._key], 0, 4)
        self.sections.scrollTo(self.sections.currentIndex())

    @property
    def _here(self) -> Key:
        assert self._key is not None
        return self._key

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.bridge.drop("options")

    def _look_again(self, *_refreshed: object) -> None:
        if self.isVisible():
            self.desk.ask()

    def show_all(self) -> None:
        """Everything by the sheet as it is now; what did not change is not touched."""
        desk = self.desk
        layout = dict(options.layout(desk.sheet.stored))
        if layout != self._layout:
            self._lay_out(layout)
        self.sections.show_sections(options.sections(desk.sheet, desk.found, self.filter, self._layout))
        if self._wanted is not None and self._knows(self._wanted):
            self.sections.choose(self._wanted[0])
        self._show_rows()
        self._inspect()
        self._show_bar()

    def _lay_out(self, layout: dict[str, tuple[options.Group, ...]]) -> None:
        """Sections that came, went or hold other options are made anew when they are shown."""
        for section in [name for name in self._pages if self._layout.get(name) != layout.get(name)]:
            page = self._pages.pop(section)
            self.stack.removeWidget(page)
            page.deleteLater()
        self._layout = layout

    def _show_rows(self) -> None:
        section = self.sections.section()
        if section and section not in self._pages:
            self._turn(section)
        if (page := self._pages.get(section)) is not None:
            for key, row in page.rows.items():
                self._show_row(row, key)

    def _show_row(self, row: OptionRow, key: Key) -> None:
        desk = self.desk
        row.show_row(options.row(desk.sheet, desk.found, key, self._session.mart.now()))

    def _turn(self, section: str) -> None:
        """Show another section; its rows are made if they are not yet."""
        if section not in self._layout:
            return
        page = self._pages.get(section) or self._made(section)
        self.stack.setCurrentWidget(page)
        if page.is_built:
            self._arrive(page)
        else:
            page.begin()

    def _made(self, section: str) -> OptionRows:
        page = OptionRows(self._theme, section, self._layout[section], self._field)
        page.shown = self._show_row
        page.edited.connect(self.desk.type)
        page.built.connect(lambda: self._arrive(page))
        self._pages[section] = page
        self.stack.addWidget(page)
        return page

    def _field(self, key: Key) -> AnyField:
        return field(
            self._theme, options.editor_of(key), self.desk.zones, is_local=self._session.mart.identity.is_local
        )  # fmt: skip

    def _arrive(self, page: OptionRows) -> None:
        if page is not self.stack.currentWidget():
            return
        page.chain(self.sections)
        self._show_rows()
        self._show_filtered(page)
        if self._wanted in page.rows:
            self._go(page, self._wanted)
        elif self._key not in page.rows:
            shown = [key for key in page.keys if not page.rows[key].isHidden()]
            self._look_at((shown or list(page.keys))[0])

    def _go(self, page: OptionRows, key: Key) -> None:
        self._wanted = None
        # Rows that were built just now have their places once the event loop had its turn.
        QTimer.singleShot(0, page, lambda: page.ensureWidgetVisible(page.rows[key], 0, 60))
        page.rows[key].field.setFocus(Qt.FocusReason.TabFocusReason)
        self._look_at(key)

    def show_option(self, section: str, name: str) -> None:
        """Go to an option, from wherever one is; a filter that hides it is cleared."""
        self._wanted = (section, name)
        if self.desk.is_read and not self._knows(self._wanted):
            self._wanted = None
        self.top.clear()
        self.sections.choose(section)
        if (page := self._pages.get(section)) is not None and page.is_built and self._wanted in page.rows:
            self._go(page, self._wanted)

    def _knows(self, key: Key) -> bool:
        return any(key in group.keys for group in self._layout.get(key[0], ()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        row = now.parent() if now is not None else None
        if isinstance(row, OptionRow) and row.row is not None and self.isAncestorOf(row):
            self._look_at(row.row.key)
            page = self.stack.currentWidget()
            if isinstance(page, OptionRows):
                page.ensureWidgetVisible(row, 0, 12)

    def _look_at(self, key: Key) -> None:
        self._key = key
        self.desk.look_at(key)
        self._inspect()

    def _inspect(self) -> None:
        desk = self.desk
        if self._key is not None and desk.is_read:
            now = self._session.mart.now()
            self.split.show_option(inspector(desk.sheet, desk.found, self._key, now, desk.history))

    def _show_bar(self) -> None:
        desk = self.desk
        if desk.is_read or desk.obstacle():
            self.bar.show_bar(option_bar.bar(desk.sheet, desk.found, obstacle=desk.obstacle(), done=desk.done))
            self.top.show_role(options.why_not_change(desk.sheet), lost=self._session.freshness.is_lost)

    def _filter(self, filtered: Filter) -> None:
        self.filter = filtered
        desk = self.desk
        views = options.sections(desk.sheet, desk.found, filtered, self._layout)
        self.sections.show_sections(views)
        here = next((view for view in views if view.name == self.sections.section()), None)
        if here is not None and not here.is_shown and (first := next((view for view in views if view.is_shown), None)):
            self.sections.choose(first.name)
        self.top.show_hits(not views or any(view.is_shown for view in views))
        page = self.stack.currentWidget()
        if isinstance(page, OptionRows):
            self._show_filtered(page)

    def _show_filtered(self, page: OptionRows) -> None:
        page.show_only(frozenset(key for key in page.keys if self.filter.shows(self.desk.sheet, key)))

    def _reset_section(self) -> None:
        page = self._pages.get(self.sections.section())
        if page is not None:
            known = tuple(key for key in page.keys if find_option(*key) is not None)
            self.desk.take(self.desk.sheet.reset(known))

"""The icon in the tray: the worst state, failures told once, and the way back to a hidden window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from gim_manager.desktop import icons

if TYPE_CHECKING:
    from gim_manager.desktop.session import Session
    from gim_manager.desktop.stage import Stage
    from gim_manager.desktop.theme import Theme
    from gim_manager.domain.run import Run
    from gim_manager.presenters import tray

LOOK_MS = 10_000
"""How often it is looked whether the server inside this window is late, and whether a tray has come."""
SIZES = (16, 20, 22, 24, 32, 40, 44, 48, 64)
CORNER, INSET = 0.66, 0.1
"""Side of the disc in the corner, as a share of the icon's, and the room in it around the state's glyph."""


class Tray(QObject):
    """There from `appear` on, where the system has a tray; hiding the window is offered only then."""

    quit_wanted = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session: Session | None = None
        self._worst: tray.Worst | None = None
        """None while no Info Mart is open."""
        self._icon = QSystemTrayIcon(self)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.look)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(stage.come_up)
        self._icon.setContextMenu(self._menu())
        stage.theme.changed.connect(self._paint)

    @property
    def is_there(self) -> bool:
        """Whether a hidden window could be brought back from it."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def appear(self) -> None:
        """Show it as soon as the system has a tray."""
        self._paint()
        self._look.start()
        self.look()

    def follow(self, session: Session) -> None:
        """From now on it tells of this one, and of what fails in it from now on."""
        from gim_manager.presenters import tray

        self._session = session
        self._failures = tray.Failures(since=session.mart.now())
        session.refreshed.connect(lambda _head, changed, _gone: self._tell(changed))
        session.heard.connect(self._tell)
        session.freshness_changed.connect(self.look)
        self.look()

    def forget(self) -> None:
        """No Info Mart is open."""
        self._session = None
        self.look()

    def vanish(self) -> None:
        """The program ends."""
        self._look.stop()
        self._icon.hide()

    def look(self) -> None:
        """Show what is the worst now; a window whose tray has gone comes back."""
        if not self._look.isActive():
            return
        worst = _worst(self._session) if self._session is not None else None
        if worst != self._worst:
            self._worst = worst
            self._paint()
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        if has_tray and not self._icon.isVisible():
            self._icon.show()
        if not has_tray and self._stage.isHidden():
            self._stage.come_up()

    def _tell(self, changed: tuple[Run, ...]) -> None:
        from gim_manager.presenters import tray

        failed = self._failures.new(changed)
        if failed and self.is_there:
            title, text = tray.message(failed)
            self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Critical)

    def _menu(self) -> QMenu:
        menu, actions = QMenu(self._stage), self._stage.actions_by_key
        opened = menu.addAction(self.tr("Open GIM Manager"))
        opened.triggered.connect(self._stage.come_up)
        menu.setDefaultAction(opened)
        menu.addSeparator()
        for key in ("run", "suspend"):
            self._mirror(menu.addAction(actions[key].text()), actions[key])
        menu.addSeparator()
        menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)
        return menu

    def _mirror(self, entry: QAction, action: QAction) -> None:
        """The window's own action, asked for with the window on the screen: it may have a question."""

        def dress() -> None:
            ellipsis = "…" if action.objectName() == "run" else ""
            entry.setText(action.text() + ellipsis)
            entry.setEnabled(action.isEnabled())

        def act() -> None:
            self._stage.come_up()
            action.trigger()

        dress()
        action.changed.connect(dress)
        entry.triggered.connect(act)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._stage.come_up()

    def _paint(self) -> None:
        self._icon.setIcon(icon(self._stage.theme, self._worst))
        self._icon.setToolTip(self._worst.sentence if self._worst is not None else "GIM Manager")


def _worst(session: Session) -> tray.Worst:
    from gim_manager.presenters import tray

    mart = session.mart
    seen = tray.Seen(
        name=mart.identity.name, now=mart.now(), zone=session.zone, freshness=session.freshness,
        status=session.status, board=session.board, overdue=mart.overdue(),
    )  # fmt: skip
    return tray.worst(seen)


def icon(theme: Theme, worst: tray.Worst | None) -> QIcon:
    """The product's glyph with the state's in its corner, on a disc of its own: a tray is light or dark as it likes."""
    made = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw(painter, "gim-manager", theme["text2"], QRectF(0, 0, size, size))
        if worst is not None and worst.icon:
            side = size * CORNER
            inset = side * INSET
            corner = QRectF(size - side, size - side, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["surface"])
            painter.drawEllipse(corner)
            icons.draw(painter, worst.icon, theme[worst.token], corner.adjusted(inset, inset, -inset, -inset))
        painter.end()
        made.addPixmap(picture)
    return made

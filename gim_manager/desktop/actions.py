"""Every action of the window: its words, shortcut, tooltip and icon, in one list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from gim_manager.desktop import icons
from gim_manager.desktop.theme import Theme
from gim_manager.presenters.language import later, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One action as it is declared."""

    key: str
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    token: str = "text2"
    checkable: bool = False


SPECS: tuple[Spec, ...] = (
    Spec(key="run", text=later("Run Job"), tip=later("Ask for a run of a job"), shortcut="Ctrl+R", icon="run",
         token="complete"),
    Spec(key="again", text=later("Run again…"),
         tip=later("Ask for the job of the selected run once more, with its Job Parameters"), shortcut="Ctrl+Shift+R",
         icon="run"),
    Spec(key="undo", text=later("Undo re-aggregation…"), icon="undo", shortcut="Ctrl+Shift+Z",
         tip=later("Put back the rows that the selected re-aggregation has changed")),
    Spec(key="one_by_one", text=later("Run jobs one by one…"),
         shortcut="Ctrl+Shift+J", tip=later("For trials: the schedule is off meanwhile, and what was on is put back")),
    Spec(key="stop", text=later("Stop Job"), tip=later("Stop the selected runs, or take back what waits"),
         shortcut="Ctrl+K", icon="stop", token="failed"),
    Spec(key="refresh", text=later("Refresh"), tip=later("Read everything on the screen again"), shortcut="F5",
         icon="refresh"),
    Spec(key="live", text=later("Live"), tip=later("Follow changes as they happen"), shortcut="Ctrl+L", icon="dot",
         token="complete", checkable=True),
    Spec(key="suspend", text=later("Suspend schedule"), tip=later("Stop all launches: sets run-scheduler to false"),
         shortcut="Ctrl+Shift+S", icon="pause"),
    Spec(key="hold", text=later("Hold schedule for 4 hours"),
         shortcut="Ctrl+H", tip=later("Stop all launches; they resume by themselves after 4 hours"), icon="pause"),
    Spec(key="serve", text=later("Start a server here"), shortcut="Ctrl+Shift+E", icon="server",
         tip=later("A server inside this window: it launches, or stands by while another one does")),
    Spec(key="lead", text=later("Make this server the scheduler"),
         shortcut="Ctrl+Shift+L", tip=later("The server of this window launches, and no other"), icon="server"),
    Spec(key="export", text=later("Export jobs…"), tip=later("Write the filtered list into a CSV file"),
         shortcut="Ctrl+E", icon="export"),
    Spec(key="copy", text=later("Copy"), tip=later("Copy the selected runs as a table"), shortcut="Ctrl+C"),
    Spec(key="select_all", text=later("Select all"), tip=later("Select every fetched run"), shortcut="Ctrl+A"),
    Spec(key="find", text=later("Find"), tip=later("Search the page"), shortcut="Ctrl+F"),
    Spec(key="clear", text=later("Clear filters"), tip=later("Show everything on the page"), shortcut="Ctrl+Shift+F"),
    Spec(key="panel", text=later("ETL status"), tip=later("Show or hide the panel at the left"), shortcut="F9",
         checkable=True),
    Spec(key="details", text=later("Details"), tip=later("Show or hide the details below the list"), shortcut="F10",
         checkable=True),
    Spec(key="alarms", text=later("Alarms…"), tip=later("What is raised, and the channels that tell of it"),
         shortcut="Ctrl+Shift+A", icon="warning"),
    Spec(key="columns", text=later("Usual columns"), shortcut="Ctrl+Shift+W",
         tip=later("Show every column in its usual place and width")),
    Spec(key="demo", text=later("Create demo…"),
         tip=later("Make a sample contact centre and an Info Mart in one folder"), shortcut="Ctrl+D", icon="flask"),
    Spec(key="open", text=later("Open file…"),
         tip=later("Open a local Info Mart; its server runs inside this window"), shortcut="Ctrl+O", icon="folder"),
    Spec(key="connect", text=later("Connections…"), tip=later("Saved connections, and a new one to PostgreSQL"),
         shortcut="Ctrl+Shift+O", icon="server"),
    Spec(key="disconnect", text=later("Disconnect"), shortcut="Ctrl+Shift+D", tip=later("Let go of this Info Mart")),
    Spec(key="record", text=later("Record…"), icon="export", shortcut="Ctrl+Shift+G",
         tip=later("Write what happened lately into one file for support, without a name of anybody")),
    Spec(key="recording", text=later("Open a recording…"), icon="import",
         shortcut="Ctrl+G", tip=later("Look at what happened elsewhere; nothing in it can be changed")),
    Spec(key="back_up", text=later("Back up…"), icon="database",
         tip=later("Keep this Info Mart in a file, while it is used"), shortcut="Ctrl+B"),
    Spec(key="restore", text=later("Restore…"), icon="undo",
         shortcut="Ctrl+Shift+B", tip=later("Make an Info Mart of a backup's file, and open it")),
    Spec(key="quit", text=later("Quit"), tip=later("Close the window"), shortcut="Ctrl+Q"),
    Spec(key="about", text=later("About GIM Manager"), shortcut="F1", tip=later("Version and parts")),
)  # fmt: skip
"""Texts are translated when the actions are made."""

NEED_MART = ("record", "back_up", "run", "again", "undo", "one_by_one", "stop", "refresh", "live", "suspend",
             "hold", "serve", "lead", "export", "copy", "select_all", "find", "clear", "panel", "details",
             "columns", "alarms", "disconnect")  # fmt: skip


class Actions(QObject):
    """The actions by key: `actions["run"]`."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by_key = {spec.key: self._make(spec, parent) for spec in SPECS}

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def _make(self, spec: Spec, parent: QObject) -> QAction:
        action = QAction(tr(spec.text), parent, checkable=spec.checkable)
        action.setObjectName(spec.key)
        if spec.icon:
            icons.put(self._theme, action, spec.icon, spec.token)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        self.explain(action, tr(spec.tip))
        return action

    @staticmethod
    def explain(action: QAction, tip: str) -> None:
        """The tooltip, with the shortcut behind it."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip("")

    def enable(self, key: str, enabled: bool, reason: str = "") -> None:
        """A disabled action keeps its place, and its tooltip says why."""
        action = self._by_key[key]
        action.setEnabled(enabled)
        spec = next(spec for spec in SPECS if spec.key == key)
        self.explain(action, tr(spec.tip) if enabled or not reason else f"{tr(spec.tip)}: {reason}")

    def mart_is_open(self, is_open: bool) -> None:
        """What needs an Info Mart is greyed without one."""
        for key in NEED_MART:
            self.enable(key, is_open, "" if is_open else tr("no Info Mart is open"))

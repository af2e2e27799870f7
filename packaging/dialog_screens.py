"""The dialogs that need no state of the window but their own: what screens.py shows beside its pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.about_dialog import AboutDialog
from gim_manager.desktop.dialogs.demo_dialog import DemoDialog
from gim_manager.desktop.dialogs.drafts_dialog import DraftsDialog
from gim_manager.desktop.dialogs.error_dialog import ErrorDialog
from gim_manager.desktop.dialogs.import_dialog import ImportDialog
from gim_manager.desktop.dialogs.migrate_dialog import MigrateDialog
from gim_manager.desktop.dialogs.option_history_dialog import OptionHistoryDialog
from gim_manager.desktop.dialogs.rebuild_preview_dialog import RebuildPreviewDialog
from gim_manager.desktop.dialogs.resume_dialog import ResumeDialog
from gim_manager.desktop.dialogs.undo_dialog import UndoDialog
from gim_manager.desktop.program import Program
from gim_manager.desktop.window import MainWindow
from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import OlderSchema, Unreachable
from gim_manager.domain.job import Job
from gim_manager.domain.undo import Kept, Undoable, objection
from gim_manager.presenters import hold, option_import, reaggregation
from gim_manager.presenters.language import retold
from gim_manager.presenters.option_inspector import all_changes
from gim_manager.usecases.options import Imported
from tests.language.fake_rebuilding import the_kept, the_preview
from tests.language.fake_window import BERLIN, NOW, REQUEST, FakeMart, ended

Named = tuple[str, QDialog]
CONNECTIONS = (
    ("prod-infomart", "postgresql://a.novak@warehouse.example.com:5433/prod_infomart?sslmode=verify-full"),
    (
        "Reporting of the whole of Southern Europe, second data centre",
        "postgresql://reader@10.20.30.40/infomart_south_eu",
    ),
    ("demo", "sqlite:////srv/demo/infomart.sqlite"),
)


def without_mart(program: Program, window: MainWindow) -> Iterator[Named]:
    """Before an Info Mart is open."""
    theme = program.theme
    yield "demo", DemoDialog(theme, Bridge(program.loop), window, Path("/home/a.novak/GIM Manager demo"))
    yield "about", AboutDialog(theme, window)
    older = OlderSchema("/srv/demo/infomart.sqlite", found="0002-0005", known="0002-0007")
    yield "migrate", MigrateDialog(theme, retold(str(older)), window)
    gone = Unreachable("postgresql://gim@db/prod-infomart", "server closed the connection")
    failed = ErrorDialog(theme, window.tr("The connection is lost"), str(gone), str(gone), window)
    failed.findChildren(QPushButton)[0].click()
    yield "error", failed


def menu_of(widget: QWidget) -> QMenu:
    """What the right mouse button opens there."""
    menu = QMenu(widget)
    menu.addActions(widget.actions())
    menu.resize(menu.sizeHint())
    return menu


def resuming(mart: FakeMart, window: MainWindow) -> QDialog:
    """What is asked before a suspended schedule resumes."""
    status = replace(mart.status(), scheduling=False)
    return ResumeDialog(window.theme, hold.resuming(status, status.next[:2], BERLIN), window)


def about_rebuilding(mart: FakeMart, window: MainWindow) -> Iterator[Named]:
    """What a re-aggregation would change, and undoing one."""
    yield (
        "rebuild-preview",
        RebuildPreviewDialog(window.theme, the_preview(), reaggregation.short(REQUEST, 2026), window),
    )
    kept = the_kept(48184)
    mart.prediction = Prediction(kind=Answer.STARTS, rule="R18", reason=kept.told)
    rebuilt = ended(48184, Job.AGGREGATE, "03:10:00", "03:14:31", parameters=REQUEST, requested_by="a.novak")
    yield "undo", UndoDialog(window.theme, window.session, rebuilt, window)
    mart.prediction = Prediction(
        kind=Answer.REFUSED, rule="R18", reason=objection(replace(kept.kept, dropped_by=48190))
    )
    mart.undoable_now = Undoable(kept=Kept(run_id=48184), why=mart.prediction.reason)
    yield "undo-refused", UndoDialog(window.theme, window.session, rebuilt, window)


def about_options(window: MainWindow) -> Iterator[Named]:
    """What is asked and told about many options at once."""
    theme, sheet = window.theme, window.open_workplace.options.desk.sheet
    changed = ("[schedule] etl-frequency = 20 (was 30)", "[schedule] run-export = true (was false)")
    yield "import", ImportDialog(theme, option_import.view(Imported(changed=changed), "prod.ini"), window)
    error = "[gim-export] output-directory = 'relative/folder' is not valid: it takes the path of a folder."
    wrong = Imported(errors=(error,))
    yield "import-wrong", ImportDialog(theme, option_import.view(wrong, "prod.ini"), window)
    yield "options-history", OptionHistoryDialog(theme, all_changes(sheet, sheet.read.recent, NOW), window)
    yield "drafts", DraftsDialog(theme, tuple(sheet.drafts), window)

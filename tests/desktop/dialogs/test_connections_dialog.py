"""Connections are tried, saved and opened in one dialog; a password goes to the keyring or nowhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.dialogs.connections_dialog import ConnectionsDialog
from gim_manager.desktop.memory import Memory
from gim_manager.desktop.theme import Theme
from gim_manager.domain.address import Wanted
from gim_manager.store.migrate import create
from gim_manager.usecases import connections
from tests.language.keyrings import Memory as Ring
from tests.language.keyrings import keyring_is
from tests.language.postgres import Cluster

PATIENCE_MS = 30_000
NOWHERE = "postgresql://ann@127.0.0.1:1/mart"
Shown = Callable[..., ConnectionsDialog]


@pytest.fixture
def ring() -> Iterator[Ring]:
    ring = Ring()
    with keyring_is(ring):
        yield ring


@pytest.fixture
def shown(theme: Theme, bridge: Bridge, memory: Memory, qtbot: QtBot) -> Shown:
    """`shown()`: over a window that outlives it, the saved ones read."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(name: str = "") -> ConnectionsDialog:
        dialog = ConnectionsDialog(theme, bridge, memory.settings, parent)
        dialog.read(name)
        dialog.open()
        qtbot.waitUntil(lambda: bridge.is_idle, timeout=PATIENCE_MS)
        return dialog

    return show


def type_in(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """As a person does, in place of what stands there."""
    field.selectAll()
    qtbot.keyClicks(field, text)


def said(qtbot: QtBot, dialog: ConnectionsDialog, words: str) -> str:
    """The answer, once it holds these words."""
    qtbot.waitUntil(lambda: words in dialog.answer.text(), timeout=PATIENCE_MS)
    return dialog.answer.text()


def paste(dialog: ConnectionsDialog, text: str) -> None:
    """As Ctrl+V does: the whole text comes at once."""
    QApplication.clipboard().setText(text)
    dialog.form.host.selectAll()
    dialog.form.host.paste()


def test_nothing_can_be_tried_before_the_database_is_named(shown: Shown, qtbot: QtBot) -> None:
    dialog = shown()
    assert not dialog.test.isEnabled()
    assert dialog.connect_button.toolTip() == "Name the database."
    assert not dialog.remove.isEnabled()
    type_in(qtbot, dialog.form.database, "mart")
    assert dialog.test.isEnabled() and dialog.save.isEnabled() and dialog.connect_button.isDefault()


def test_a_url_that_is_pasted_is_taken_apart_and_its_password_is_hidden(shown: Shown) -> None:
    dialog = shown()
    form = dialog.form
    paste(dialog, "postgresql://ann:s3cret@db.example.com:5433/mart?sslmode=require")
    assert (form.host.text(), form.port.text(), form.database.text()) == ("db.example.com", "5433", "mart")
    assert (form.user.text(), form.tls.currentText()) == ("ann", "require")
    assert (form.password.text(), form.password.echoMode()) == ("s3cret", QLineEdit.EchoMode.Password)
    assert form.name.placeholderText() == "mart at db.example.com"
    assert not form.host.isUndoAvailable()
    paste(dialog, "postgresql://ann:s3/cret@db/mart")
    assert (form.host.text(), dialog.connect_button.isEnabled()) == ("", False)
    assert "%2F" in dialog.answer.text() and "cret" not in dialog.answer.text()


def test_another_computer_is_proved_by_default_and_less_is_warned_of(shown: Shown, qtbot: QtBot) -> None:
    form = shown().form
    assert (form.tls.currentText(), form.warning.isHidden()) == ("prefer", True)
    type_in(qtbot, form.host, "db.example.com")
    assert (form.tls.currentText(), form.warning.isHidden()) == ("verify-full", True)
    form.tls.setCurrentText("prefer")
    form.tls.activated.emit(form.tls.currentIndex())
    assert "in clear" in form.warning.words.text() and not form.warning.isHidden()


def test_a_server_that_answers_is_described_saved_and_opened(
    shown: Shown, qtbot: QtBot, postgresql_url: str, ring: Ring, memory: Memory
) -> None:
    create(postgresql_url).let_go()
    dialog = shown()
    paste(dialog, postgresql_url.replace("+psycopg2", "").replace("postgres@", "postgres:s3cret@"))
    dialog.test.click()
    told = said(qtbot, dialog, "answers")
    assert told.startswith("PostgreSQL 1") and "without TLS" in told and "Job_InitializeGIM comes first" in told
    type_in(qtbot, dialog.form.name, "work")
    with qtbot.waitSignal(dialog.changed, timeout=PATIENCE_MS):
        dialog.save.click()
    assert "keyring" in said(qtbot, dialog, "Saved as work")
    assert list(ring.kept.values()) == ["s3cret"]
    assert "s3cret" not in str(memory.settings.connections())
    with qtbot.waitSignal(dialog.chosen, timeout=PATIENCE_MS) as opened:
        qtbot.keyClick(dialog.form.host, Qt.Key.Key_Return)
    assert opened.args == [f"{postgresql_url.replace('postgres@', 'postgres:s3cret@')}?sslmode=prefer", "work"]


def test_a_wrong_password_is_told_with_what_to_do_and_the_field_is_ready(
    shown: Shown, qtbot: QtBot, postgres_cluster: Cluster, ring: Ring, memory: Memory
) -> None:
    rules = postgres_cluster.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    postgres_cluster.execute("CREATE ROLE ann LOGIN PASSWORD 'right'")
    rules.write_text(f"host all ann 127.0.0.1/32 scram-sha-256\n{before}")
    postgres_cluster.execute("SELECT pg_reload_conf()")
    try:
        dialog = shown()
        url = postgres_cluster.url().replace("+psycopg2", "").replace("postgres@", "ann:wr0ng@")
        paste(dialog, url)
        dialog.connect_button.click()
        told = said(qtbot, dialog, "Check the user and the password")
        assert "password authentication failed" in told and "wr0ng" not in told
        assert dialog.isVisible() and dialog.form.password.hasFocus()
        assert dialog.save.text() == "Save untested" and memory.settings.connections() == {}
    finally:
        rules.write_text(before)
        postgres_cluster.execute("SELECT pg_reload_conf()")
        postgres_cluster.execute("DROP ROLE ann")


def test_without_a_keyring_it_is_saved_only_at_the_person_s_word(
    shown: Shown, qtbot: QtBot, memory: Memory, tmp_path: Path
) -> None:
    dialog = shown()
    paste(dialog, NOWHERE.replace("ann@", "ann:s3cret@"))
    with keyring_is(NoKeyring()):
        dialog.save.click()
        said(qtbot, dialog, "Check host and port")
        dialog.save.click()
        told = said(qtbot, dialog, "keyring")
        assert "PGPASSFILE" in told and "save it without the password" in told
        assert (dialog.save.text(), memory.settings.connections()) == ("Save without password", {})
        dialog.save.click()
        said(qtbot, dialog, "kept nowhere")
    assert list(memory.settings.connections()) == ["mart at 127.0.0.1"]
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and "s3cret" in file.read_text()]


def test_what_is_typed_takes_back_what_was_said_and_offered(shown: Shown, qtbot: QtBot, ring: Ring) -> None:
    dialog = shown()
    paste(dialog, NOWHERE)
    dialog.save.click()
    said(qtbot, dialog, "Check host and port")
    assert dialog.save.text() == "Save untested"
    type_in(qtbot, dialog.form.user, "bob")
    assert (dialog.answer.text(), dialog.save.text()) == ("", "Save")


def test_saved_ones_are_listed_last_used_first_changed_and_removed(
    shown: Shown, qtbot: QtBot, memory: Memory, ring: Ring
) -> None:
    for name in ("a", "b"):
        connections.save(memory.settings, name, Wanted(url=NOWHERE, password="s3cret"), untested=True)
    connections.note_use(memory.settings, "b")
    dialog = shown()
    assert [dialog.list.item(row).toolTip().partition(":")[0] for row in range(2)] == ["b", "a"]
    assert (dialog.form.name.text(), dialog.form.tls.currentText()) == ("b", "not said")
    type_in(qtbot, dialog.form.name, "bb")
    dialog.save.click()
    said(qtbot, dialog, "Check host and port")
    dialog.save.click()
    said(qtbot, dialog, "Saved as bb")
    assert sorted(memory.settings.connections()) == ["a", "bb"]
    dialog.remove.click()
    assert "are forgotten" in dialog.answer.text() and sorted(memory.settings.connections()) == ["a", "bb"]
    with qtbot.waitSignal(dialog.changed, timeout=PATIENCE_MS):
        dialog.remove.click()
    assert sorted(memory.settings.connections()) == ["a"]
    assert [name for _service, name in ring.kept] == ["a"]


def test_what_is_typed_for_one_stays_while_another_is_looked_at(
    shown: Shown, qtbot: QtBot, memory: Memory, ring: Ring
) -> None:
    for name in ("a", "b"):
        connections.save(memory.settings, name, Wanted(url=NOWHERE), untested=True)
    dialog = shown("b")
    type_in(qtbot, dialog.form.user, "bob")
    dialog.list.setCurrentRow(0)
    assert dialog.form.user.text() == "ann"
    dialog.new.click()
    assert (dialog.form.user.text(), dialog.form.host.hasFocus()) == ("", True)
    dialog.list.setCurrentRow(1)
    assert dialog.form.user.text() == "bob"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert memory.settings.connection("b").endswith("ann@127.0.0.1:1/mart")


def test_a_local_file_is_tried_and_opened(shown: Shown, qtbot: QtBot, sqlite_url: str) -> None:
    create(sqlite_url).let_go()
    dialog = shown()
    dialog.form.kind.setCurrentIndex(1)
    assert dialog.connect_button.toolTip() == "Choose the file of the Info Mart."
    type_in(qtbot, dialog.form.file, sqlite_url.removeprefix("sqlite:///"))
    with qtbot.waitSignal(dialog.chosen, timeout=PATIENCE_MS) as opened:
        dialog.connect_button.click()
    assert opened.args == [sqlite_url, ""]

"""The fields of a connection show a draft and give it back as it was typed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gim_manager.desktop.theme import Theme
from gim_manager.desktop.widgets.connection_form import ConnectionForm
from gim_manager.domain.address import Tls
from gim_manager.presenters.connections import Draft

WHOLE = Draft(
    saved_as="prod", name="prod", host="db", port="5433", database="mart", user="ann", password="s3cret",
    keeps_password=False, tls=Tls.VERIFY_CA, root_certificate="/ca.pem", more=(("connect_timeout", "3"),),
)  # fmt: skip


def test_what_is_shown_comes_back_but_for_what_is_typed(theme: Theme, qtbot: QtBot) -> None:
    form = ConnectionForm(theme)
    qtbot.addWidget(form)
    form.show_draft(WHOLE)
    assert form.draft == WHOLE
    form.user.selectAll()
    qtbot.keyClicks(form.user, "bob")
    assert form.draft == replace(WHOLE, user="bob")
    assert "authority" in form.meaning.text()


def test_a_file_has_no_server_s_fields(theme: Theme, qtbot: QtBot) -> None:
    form = ConnectionForm(theme)
    qtbot.addWidget(form)
    form.show_draft(Draft(is_file=True, file="/d/mart.sqlite"))
    form.show()
    assert form.file.isVisible() and not form.host.isVisible()
    form.show_draft(Draft())
    assert form.host.isVisible() and not form.file.isVisible()


def test_a_url_that_is_typed_is_taken_apart_when_the_field_is_left(theme: Theme, qtbot: QtBot) -> None:
    form = ConnectionForm(theme)
    qtbot.addWidget(form)
    qtbot.keyClicks(form.host, "postgresql://ann:s3cret@db/mart")
    with qtbot.waitSignal(form.changed):
        form.host.editingFinished.emit()
    assert (form.host.text(), form.database.text(), form.password.text()) == ("db", "mart", "s3cret")

"""What a person reads after testing and saving a connection."""

from dataclasses import replace

import pytest

from gim_manager.domain.access import Access, Role
from gim_manager.domain.address import Wanted
from gim_manager.domain.errors import NoKeyring, NotPermitted, Unreachable
from gim_manager.presenters import connection_answers, connections
from gim_manager.store.link import Link
from gim_manager.store.versions import SchemaState, wanted
from gim_manager.usecases.connections import Reached

URL = "postgresql+psycopg2://ann@db.example.com:5433/mart"
READY = replace(wanted(), initialized=True)
REACHED = Reached(name="prod", problem=None, link=Link(version="15.4", tls="TLSv1.3"), schema=READY)


@pytest.mark.parametrize(
    ("access", "told"),
    [
        (Access(login="ann", role=Role.VIEWER, knows_persons=True),
         "ann has the viewer role here. Running and stopping jobs, the schedule and the options are disabled for you."),
        (Access(login="ann", role=Role.OPERATOR, knows_persons=True),
         "ann has the operator role here. Changing options is disabled for you."),
        (Access(login="ann", knows_persons=True), "ann has the administrator role here."),
        (Access(login="ann"), "No roles are set up here: whoever connects may do everything."),
    ],
)  # fmt: skip
def test_a_test_tells_server_tls_schema_and_role(access: Access, told: str) -> None:
    outcome = connection_answers.found(replace(REACHED, access=access), is_file=False)
    assert outcome.text == f"PostgreSQL 15.4 answers, encrypted by TLSv1.3. The Info Mart is ready. {told}"
    assert outcome.icon == "check"


@pytest.mark.parametrize(
    ("schema", "told", "icon"),
    [
        (wanted(), "Job_InitializeGIM comes first", "check"),
        (replace(READY, info_mart="0001"), "Job_MigrateGIM", "warning"),
        (SchemaState(info_mart="9999", manager="9999"), "newer than this program", "warning"),
    ],
)  # fmt: skip
def test_a_test_tells_where_the_schema_stands(schema: SchemaState, told: str, icon: str) -> None:
    outcome = connection_answers.found(replace(REACHED, schema=schema, link=Link(version="3.46")), is_file=True)
    assert outcome.text.startswith("The file can be read (SQLite 3.46).")
    assert told in outcome.text and outcome.icon == icon


def test_a_test_warns_of_a_way_in_clear() -> None:
    outcome = connection_answers.found(replace(REACHED, link=Link(version="15.4"), warning="In clear."), is_file=False)
    assert "without TLS" in outcome.text and outcome.text.endswith("In clear.")
    assert (outcome.icon, outcome.token) == ("warning", "stopping")


@pytest.mark.parametrize(
    ("words", "advice", "is_about_password"),
    [
        ('FATAL:  password authentication failed for user "ann"', "Check the user and the password.", True),
        ("fe_sendauth: no password supplied", "Type the password", True),
        ('root certificate file "/h/.postgresql/root.crt" does not exist', "Name the file with the certificate", False),
        ("SSL error: certificate verify failed", "ask for the right file", False),
        ('server certificate for "a" does not match host name "b"', "as its certificate names it", False),
        ("server does not support SSL, but SSL was required", "The server offers no TLS", False),
        ('no pg_hba.conf entry for host "1.2.3.4", user "ann", database "m", no encryption', "only encrypted", False),
        ('no pg_hba.conf entry for host "1.2.3.4", user "ann", database "m", SSL encryption', "pg_hba.conf.", False),
        ('could not translate host name "bd" to address', "how the host is written", False),
        ("Connection refused", "Check host and port", False), ("timeout expired", "firewalls", False),
        ('FATAL:  role "ann" does not exist', "Check the user.", False),
        ('FATAL:  database "m" does not exist', "Check the name of the database.", False),
    ],
)  # fmt: skip
def test_what_failed_is_told_with_what_to_do(words: str, advice: str, is_about_password: bool) -> None:
    error = Unreachable(URL, words)
    outcome = connection_answers.failed(error)
    assert words in outcome.text and advice in outcome.text and outcome.icon == "failed"
    assert connection_answers.is_about_password(error) is is_about_password


def test_what_has_its_own_way_out_is_told_as_it_is() -> None:
    assert connection_answers.failed(NotPermitted("x: permission denied")).text == "x: permission denied"
    text = connection_answers.failed(NoKeyring("does not keep the password", "No recommended backend")).text
    assert "PGPASSFILE" in text and text.endswith("save it without the password, and type it each time you connect.")


def test_saving_tells_where_the_password_is() -> None:
    asked = Wanted(url=URL, password="s3cret")
    assert (
        connection_answers.saved_as("prod", asked).text
        == "Saved as prod. Its password is in the keyring of this computer."
    )
    assert "kept nowhere" in connection_answers.saved_as("prod", connections.without_keeping(asked)).text
    assert connection_answers.saved_as("prod", Wanted(url=URL)).text == "Saved as prod."
    assert "forgotten" in connection_answers.asks_to_remove("prod").text

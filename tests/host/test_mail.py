"""A mail reaches a real server, or the sentence says what that server answered."""

import base64
from dataclasses import replace
from email import message_from_string
from email.policy import default

import pytest

from gim_manager.domain.channel import ChannelFailed, Mail, Tls
from gim_manager.host import mail
from tests.language.notices import NOTICE
from tests.language.sinks import HANGS, MailServer, serving


def to(server: MailServer, **changes: object) -> Mail:
    plain = Mail(
        host="127.0.0.1", port=server.port, tls=Tls.NONE, user="", sender="gim@example.com",
        recipients=("ann@example.com", "bob@example.com"), secret_file=None,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_mail_says_what_happened_to_everybody_named() -> None:
    with serving(MailServer()) as server:
        assert mail.send(to(server), None, NOTICE, seconds=10) is None
        (text,) = server.mails
    message = message_from_string(text, policy=default)
    assert message["Subject"] == f"[GIM] {NOTICE.line}"
    assert (message["From"], message["To"]) == ("gim@example.com", "ann@example.com, bob@example.com")
    assert (message["X-GIM-Delivery"], message["Auto-Submitted"]) == ("12", "auto-generated")
    assert message["Date"] and message["Message-ID"].endswith("@example.com>")
    assert message.get_content().replace("\r\n", "\n") == NOTICE.text


def test_who_has_a_user_logs_in_with_the_password() -> None:
    plain = base64.b64encode(b"\0gim\0geheim").decode()
    with serving(MailServer(password=plain)) as server:
        mail.send(to(server, user="gim"), "geheim", NOTICE, seconds=10)
        assert len(server.mails) == 1
        with pytest.raises(ChannelFailed, match=r"did not take the message: 535 5\.7\.8 wrong password\.") as failed:
            mail.send(to(server, user="gim"), "wrong", NOTICE, seconds=10)
    assert "geheim" not in str(failed.value) and plain not in str(failed.value)


def test_a_server_that_refuses_some_recipients_has_taken_the_mail_and_says_whom_not() -> None:
    with serving(MailServer(refuses=("bob@",))) as server:
        assert mail.send(to(server), None, NOTICE, seconds=10) == "The mail server 127.0.0.1 refused bob@example.com."
        assert len(server.mails) == 1


def test_a_server_that_refuses_all_recipients_has_not() -> None:
    with (
        serving(MailServer(refuses=("@",))) as server,
        pytest.raises(ChannelFailed, match=r"ann@example.com: 550 5\.1\.1 nobody here; bob@example.com: 550"),
    ):
        mail.send(to(server), None, NOTICE, seconds=10)


def test_a_server_that_never_answers_is_given_up_in_time() -> None:
    with (
        serving(MailServer(mood=HANGS)) as server,
        pytest.raises(ChannelFailed, match=r"timed out|does not answer"),
    ):
        mail.send(to(server), None, NOTICE, seconds=0.3)


def test_a_server_that_is_busy_is_quoted() -> None:
    with (
        serving(MailServer(mood="421 too busy")) as server,
        pytest.raises(ChannelFailed, match=r"did not take the message: 421 too busy\."),
    ):
        mail.send(to(server), None, NOTICE, seconds=10)


@pytest.mark.parametrize("tls", [Tls.STARTTLS, Tls.TLS])
def test_what_was_to_be_protected_is_never_sent_in_the_open(tls: Tls) -> None:
    with serving(MailServer()) as server:
        with pytest.raises(ChannelFailed):
            mail.send(to(server, tls=tls), None, NOTICE, seconds=2)
        assert server.mails == []


def test_where_no_server_listens_it_says_so() -> None:
    with serving(MailServer()) as server:
        gone = to(server)
    with pytest.raises(ChannelFailed, match=r"The mail server 127\.0\.0\.1:\d+ cannot be reached: Connection refused"):
        mail.send(gone, None, NOTICE, seconds=10)

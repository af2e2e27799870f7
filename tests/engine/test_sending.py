"""What the options and the secrets say of a channel reaches it."""

import base64
import json
import socket
import sys
from pathlib import Path

import pytest

from gim_manager.domain.channel import Channel, ChannelFailed
from gim_manager.domain.errors import BadValue
from gim_manager.domain.options import Options
from gim_manager.engine.sending import send
from tests.language.notices import NOTICE
from tests.language.sinks import MailServer, WebServer, datagrams, serving


def given(**alarms: object) -> Options:
    changes = {("alarms", name.replace("_", "-")): str(value) for name, value in alarms.items()}
    return Options.defaults().changed(changes)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret"
    file.write_text("Authorization: Bearer geheim\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def test_mail_goes_by_the_options_with_the_password_of_the_file(secret: Path) -> None:
    secret.write_text("geheim\nsecond line\n", encoding="utf-8")
    plain = base64.b64encode(b"\0gim\0geheim").decode()
    with serving(MailServer(password=plain, refuses=("bob@",))) as server:
        options = given(
            mail_host="127.0.0.1", mail_port=server.port, mail_tls="none", mail_sender="gim@example.com",
            mail_recipients="ann@example.com,bob@example.com", mail_user="gim", mail_secret_file=secret,
        )  # fmt: skip
        assert send(options, Channel.MAIL, NOTICE) == "The mail server 127.0.0.1 refused bob@example.com."
        assert len(server.mails) == 1


def test_a_webhook_gets_the_headers_of_the_file(secret: Path) -> None:
    with serving(WebServer()) as server:
        send(given(webhook_url=server.url, webhook_secret_file=secret), Channel.WEBHOOK, NOTICE)
        ((headers, body),) = server.posts
    assert headers["Authorization"] == "Bearer geheim"
    assert json.loads(body)["delivery"] == NOTICE.delivery


def test_a_command_is_ended_when_its_time_is_up(tmp_path: Path) -> None:
    program = tmp_path / "page"
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    program.chmod(0o700)
    with pytest.raises(ChannelFailed, match="did not end within 1 seconds"):
        send(given(command_line=program, channel_seconds=1), Channel.COMMAND, NOTICE)


def test_syslog_gets_a_line(tmp_path: Path) -> None:
    path = str(tmp_path / "log")
    with datagrams(socket.AF_UNIX, path) as taking:
        send(given(syslog_address=path), Channel.SYSLOG, NOTICE)
        assert NOTICE.line.encode() in taking.recv(4096)


def test_a_channel_that_is_not_set_up_says_what_is_missing() -> None:
    with pytest.raises(BadValue, match="webhook-url is not set"):
        send(given(), Channel.WEBHOOK, NOTICE)


def test_the_event_log_is_only_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gim_manager.host.event_log.HAS_ONE", False)
    with pytest.raises(ChannelFailed, match="only Windows has one"):
        send(given(), Channel.EVENT_LOG, NOTICE)

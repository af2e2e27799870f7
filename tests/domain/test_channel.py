"""Which channels are on, what each needs, and the sentence that says what is missing."""

import pytest

from gim_manager.domain.channel import (
    Channel,
    Command,
    EventLog,
    Mail,
    Syslog,
    Tls,
    Webhook,
    channel_findings,
    channel_named,
    channel_of,
    channels_on,
    settings,
)
from gim_manager.domain.errors import BadValue
from gim_manager.domain.options import Options


def given(**alarms: str) -> Options:
    return Options.defaults().changed({("alarms", name.replace("_", "-")): value for name, value in alarms.items()})


MAIL = {"mail_host": "smtp.example.com", "mail_sender": "gim@example.com", "mail_recipients": "ann@example.com"}


def test_none_is_on_until_it_is_switched_on() -> None:
    assert channels_on(Options.defaults()) == ()
    assert channels_on(given(syslog="true", mail="true")) == (Channel.MAIL, Channel.SYSLOG)


def test_mail_has_a_server_and_addresses() -> None:
    read = settings(given(**(MAIL | {"mail_recipients": "ann@example.com, bob@example.com,"})), Channel.MAIL)
    assert read == Mail(
        host="smtp.example.com", port=587, tls=Tls.STARTTLS, user="", sender="gim@example.com",
        recipients=("ann@example.com", "bob@example.com"), secret_file=None,
    )  # fmt: skip


def test_the_others_are_read() -> None:
    assert settings(given(webhook_url="https://h.example/x"), Channel.WEBHOOK) == Webhook(
        url="https://h.example/x", secret_file=None
    )
    command = settings(given(command_line="/usr/bin/page 'two words'"), Channel.COMMAND)
    assert command == Command(words=("/usr/bin/page", "two words"))
    assert settings(Options.defaults(), Channel.SYSLOG) == Syslog(address="/dev/log")
    assert settings(given(syslog_address="log.example:1514"), Channel.SYSLOG) == Syslog(address=("log.example", 1514))
    assert settings(given(syslog_address="[::1]:514"), Channel.SYSLOG) == Syslog(address=("::1", 514))
    assert settings(given(syslog_address="log.example"), Channel.SYSLOG) == Syslog(address=("log.example", 514))
    assert settings(Options.defaults(), Channel.EVENT_LOG) == EventLog()


@pytest.mark.parametrize(
    ("channel", "options", "said"),
    [
        (Channel.MAIL, MAIL | {"mail_host": ""}, "mail-host is not set"),
        (Channel.MAIL, MAIL | {"mail_sender": ""}, "mail-sender is not set"),
        (Channel.MAIL, MAIL | {"mail_recipients": ","}, "mail-recipients takes addresses"),
        (Channel.MAIL, MAIL | {"mail_recipients": "ann@example.com, Bob"}, "mail-recipients takes addresses"),
        (Channel.WEBHOOK, {}, "webhook-url is not set"),
        (Channel.WEBHOOK, {"webhook_url": "file:///etc/passwd"}, "webhook-url takes a URL that begins with https://"),
        (Channel.WEBHOOK, {"webhook_url": "https://"}, "webhook-url takes a URL"),
        (Channel.COMMAND, {"command_line": "/bin/page 'oh"}, "command-line cannot be read: No closing quotation."),
        (Channel.SYSLOG, {"syslog_address": "host:http"}, "syslog-address takes the path of a socket, or HOST:PORT."),
        (Channel.SYSLOG, {"syslog_address": ""}, "syslog-address is not set"),
    ],
)
def test_what_is_missing_or_wrong_is_named(channel: Channel, options: dict[str, str], said: str) -> None:
    with pytest.raises(BadValue, match=said):
        settings(given(**options), channel)


def test_R28_a_channel_that_is_on_and_cannot_be_used_is_a_warning() -> None:
    (finding,) = channel_findings(given(webhook="true", syslog="true"))
    assert (finding.section, finding.option) == ("alarms", "webhook")
    assert channel_findings(given()) == ()


def test_a_channel_is_known_by_its_name() -> None:
    assert channel_named(" Event-Log ") is Channel.EVENT_LOG
    with pytest.raises(BadValue, match="The channels are mail, webhook, command, syslog, event-log"):
        channel_named("pigeon")


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("mail", Channel.MAIL),
        ("mail-host", Channel.MAIL),
        ("command-line", Channel.COMMAND),
        ("event-log", Channel.EVENT_LOG),
        ("channel-seconds", None),
        ("disk-low", None),
    ],
)
def test_an_option_belongs_to_the_channel_that_its_name_begins_with(name: str, channel: Channel | None) -> None:
    assert channel_of("alarms", name) is channel
    assert channel_of("schedule", name) is None

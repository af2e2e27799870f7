"""Where alarms are sent: the channels that the options switch on, and what each needs to be used."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from gim_manager.domain.conditions import Finding, Level
from gim_manager.domain.errors import BadValue, GimError
from gim_manager.domain.health import SECTION
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options


class Channel(StrEnum):
    """A way to reach somebody; also the name of its switch in [alarms]. Windows show every alarm without one."""

    MAIL = "mail"
    WEBHOOK = "webhook"
    COMMAND = "command"
    SYSLOG = "syslog"
    EVENT_LOG = "event-log"


class Tls(StrEnum):
    """How a connection to a mail server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class ChannelFailed(GimError):
    """A message was not taken; what is to be delivered is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """An SMTP server and who writes to whom."""

    host: str
    port: int
    tls: Tls
    user: str
    sender: str
    recipients: tuple[str, ...]
    secret_file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A URL that takes a JSON document by POST; its headers come from a secret."""

    url: str
    secret_file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A program, named by its whole path, and its arguments."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Syslog:
    """A socket of this computer (a path), or HOST and PORT by UDP."""

    address: str | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLog:
    """The Application log of Windows."""


Settings = Mail | Webhook | Command | Syslog | EventLog


def channels_on(options: Options) -> tuple[Channel, ...]:
    """The channels that are switched on, whether they can be used or not."""
    return tuple(channel for channel in Channel if options.flag(SECTION, channel.value))


def channel_named(text: str) -> Channel:
    """Raises BadValue for a name that no channel has."""
    try:
        return Channel(text.strip().casefold())
    except ValueError:
        raise BadValue(f"There is no channel {text!r}. The channels are {', '.join(Channel)}.") from None


def channel_of(section: str, name: str) -> Channel | None:
    """The channel that this option belongs to; None where it is none of a channel's."""
    words = {channel: f"{channel}-" for channel in Channel}
    found = (channel for channel, begins in words.items() if name == channel or name.startswith(begins))
    return next(found, None) if section == SECTION else None


def settings(options: Options, channel: Channel) -> Settings:
    """What the options say of a channel; raises BadValue that names the option which is missing or wrong."""
    return _READERS[channel](options)


def channel_findings(options: Options) -> tuple[Finding, ...]:
    """A warning for each channel that is switched on and cannot be used as it is set."""
    found = []
    for channel in channels_on(options):
        try:
            settings(options, channel)
        except BadValue as wrong:
            found.append(
                Finding(
                    level=Level.WARNING, message=str(wrong), section=SECTION, option=channel.value, jobs=frozenset(Job)
                )
            )
    return tuple(found)


def _mail(options: Options) -> Mail:
    recipients = tuple(word.strip() for word in options.text(SECTION, "mail-recipients").split(",") if word.strip())
    for name, addresses in (("mail-sender", (_needed(options, "mail-sender"),)), ("mail-recipients", recipients)):
        if not addresses or not all(_is_address(address) for address in addresses):
            raise BadValue(f"[{SECTION}] {name} takes addresses such as ann@example.com, separated by commas.")
    return Mail(
        host=_needed(options, "mail-host"), port=options.number(SECTION, "mail-port"),
        tls=Tls(options.text(SECTION, "mail-tls")), user=options.text(SECTION, "mail-user"),
        sender=options.text(SECTION, "mail-sender"), recipients=recipients,
        secret_file=options.text(SECTION, "mail-secret-file") or None,
    )  # fmt: skip


def _is_address(text: str) -> bool:
    name, _, domain = text.rpartition("@")
    return bool(name and domain) and not any(letter.isspace() or letter in '<>",' for letter in text)


def _webhook(options: Options) -> Webhook:
    url = _needed(options, "webhook-url")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadValue(f"[{SECTION}] webhook-url takes a URL that begins with https:// or http://.")
    return Webhook(url=url, secret_file=options.text(SECTION, "webhook-secret-file") or None)


def _command(options: Options) -> Command:
    try:
        words = tuple(shlex.split(_needed(options, "command-line")))
    except ValueError as error:
        raise BadValue(f"[{SECTION}] command-line cannot be read: {error}.") from error
    return Command(words=words)


def _syslog(options: Options) -> Syslog:
    text = _needed(options, "syslog-address")
    host, colon, port = text.rpartition(":")
    if text.startswith("/") or not colon:
        return Syslog(address=text if text.startswith("/") else (text, 514))
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise BadValue(f"[{SECTION}] syslog-address takes the path of a socket, or HOST:PORT.")
    return Syslog(address=(host.strip("[]"), int(port)))


def _needed(options: Options, name: str) -> str:
    if not (value := options.text(SECTION, name)):
        raise BadValue(f"[{SECTION}] {name} is not set: without it nothing can be sent this way.")
    return value


_READERS: dict[Channel, Callable[[Options], Settings]] = {
    Channel.MAIL: _mail, Channel.WEBHOOK: _webhook, Channel.COMMAND: _command, Channel.SYSLOG: _syslog,
    Channel.EVENT_LOG: lambda options: EventLog(),
}  # fmt: skip

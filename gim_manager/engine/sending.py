"""How a message goes out through a channel, with what the options and the secrets of this computer say of it."""

from __future__ import annotations

from gim_manager.domain.channel import Channel, Command, Mail, Syslog, Webhook, settings
from gim_manager.domain.health import limit
from gim_manager.domain.notice import Notice
from gim_manager.domain.options import Options
from gim_manager.host import event_log, mail, program, syslog, webhook
from gim_manager.host.secrets import alarm_secret


def send(options: Options, channel: Channel, notice: Notice) -> str | None:
    """Sends one message and waits until it is accepted; a sentence if it was, but not as it should.

    Raises BadValue for a channel that cannot be used as it is set, ChannelFailed if it did not take the message.
    """
    seconds = limit(options, "channel-seconds")
    given = settings(options, channel)
    if isinstance(given, Mail):
        password = next(iter(alarm_secret(channel, given.secret_file)), None)
        return mail.send(given, password, notice, seconds=seconds)
    if isinstance(given, Webhook):
        webhook.send(given, alarm_secret(channel, given.secret_file), notice, seconds=seconds)
    elif isinstance(given, Command):
        program.send(given, notice, seconds=seconds)
    elif isinstance(given, Syslog):
        syslog.send(given, notice, seconds=seconds)
    else:
        event_log.send(notice, seconds=seconds)
    return None

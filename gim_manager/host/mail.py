"""Messages by mail: one SMTP conversation each, with a limit to every wait."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid

from gim_manager.domain.channel import ChannelFailed, Mail, Tls
from gim_manager.domain.notice import Notice

_LONGEST_SUBJECT = 200


def send(mail: Mail, password: str | None, notice: Notice, *, seconds: float) -> str | None:
    """Hands the message to the mail server; a sentence if it refused some of the recipients, for the others have it.

    Raises ChannelFailed if it has not taken the message for anybody.
    """
    try:
        with _connected(mail, seconds) as server:
            if mail.user:
                server.login(mail.user, password or "")
            refused = server.send_message(_message(mail, notice))
    except smtplib.SMTPException as error:
        raise ChannelFailed(f"The mail server {mail.host} did not take the message: {_said(error)}.") from error
    except OSError as error:
        why = "it does not answer" if isinstance(error, TimeoutError) else error.strerror or str(error)
        raise ChannelFailed(f"The mail server {mail.host}:{mail.port} cannot be reached: {why}.") from error
    return f"The mail server {mail.host} refused {', '.join(sorted(refused))}." if refused else None


def _connected(mail: Mail, seconds: float) -> smtplib.SMTP:
    if mail.tls is Tls.TLS:
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=seconds, context=ssl.create_default_context())
    server = smtplib.SMTP(mail.host, mail.port, timeout=seconds)
    if mail.tls is Tls.STARTTLS:
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def _message(mail: Mail, notice: Notice) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"[GIM] {notice.line}"[:_LONGEST_SUBJECT]
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.recipients)
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain=mail.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message["X-GIM-Delivery"] = str(notice.delivery)
    message.set_content(notice.text, cte="quoted-printable")
    return message


def _said(error: smtplib.SMTPException) -> str:
    """What the server answered, on one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = {f"{address}: {code} {_text(text)}" for address, (code, text) in error.recipients.items()}
        return "; ".join(sorted(answers))
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return _text(str(error)) or type(error).__name__


def _text(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split()).rstrip(".")

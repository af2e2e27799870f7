"""Messages to a program elsewhere: one POST each of a JSON document, never redirected."""

from __future__ import annotations

import http.client
import json
from collections.abc import Sequence
from email.message import Message
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from gim_manager import __version__
from gim_manager.domain.channel import ChannelFailed, Webhook
from gim_manager.domain.errors import BadValue
from gim_manager.domain.notice import Notice

_ENOUGH = 4096
"""Of an answer nobody needs more."""


class _Staying(HTTPRedirectHandler):
    """A redirected POST would become a GET without its document: better it fails in the open."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str) -> None:
        return None


def send(webhook: Webhook, header_lines: Sequence[str], notice: Notice, *, seconds: float) -> None:
    """Posts the document; raises ChannelFailed unless the answer is a 2xx, BadValue for a header that cannot be read.

    The URL's path and query may be a secret: errors name the host alone.
    """
    where = urlsplit(webhook.url).netloc.rpartition("@")[2]
    body = json.dumps(notice.document, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8", "User-Agent": f"GIM-Manager/{__version__}",
        **_headers(header_lines),
    }  # fmt: skip
    try:
        request = Request(webhook.url, data=body, headers=headers, method="POST")
        with build_opener(_Staying).open(request, timeout=seconds) as answer:
            answer.read(_ENOUGH)
    except HTTPError as error:
        with error:
            raise ChannelFailed(f"The webhook at {where} answered {error.code} {error.reason}.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ChannelFailed(f"The webhook at {where} cannot be reached: {_why(error)}.") from None


def _headers(lines: Sequence[str]) -> dict[str, str]:
    found = {}
    for line in lines:
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not line.strip():
            continue
        if not colon or not name or not name.isascii() or not value.isprintable() or any(c.isspace() for c in name):
            raise BadValue("The secret of the channel webhook takes headers, one a line, such as `Authorization: …`.")
        found[name] = value
    return found


def _why(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return "it does not answer"
    return str(getattr(reason, "strerror", None) or reason or type(reason).__name__).rstrip(".")

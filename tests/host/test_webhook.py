"""A webhook gets the document and the headers of the secret, or the sentence says what it answered."""

import json

import pytest

from gim_manager.domain.channel import ChannelFailed, Webhook
from gim_manager.domain.errors import BadValue
from gim_manager.host import webhook
from tests.language.notices import NOTICE
from tests.language.sinks import WebServer, serving


def to(server: WebServer) -> Webhook:
    return Webhook(url=server.url, secret_file=None)


def test_it_gets_the_document_with_the_headers() -> None:
    with serving(WebServer()) as server:
        webhook.send(to(server), ("Authorization: Bearer geheim", "", "X-Team: ops"), NOTICE, seconds=10)
        ((headers, body),) = server.posts
    assert json.loads(body) == NOTICE.document
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert (headers["Authorization"], headers["X-Team"]) == ("Bearer geheim", "ops")
    assert headers["User-Agent"].startswith("GIM-Manager/")


@pytest.mark.parametrize("status", [404, 500, 302, 307])
def test_any_answer_but_2xx_is_a_failure_and_no_redirect_is_followed(status: int) -> None:
    with serving(WebServer(status=status)) as server:
        with pytest.raises(ChannelFailed, match=rf"The webhook at 127\.0\.0\.1:\d+ answered {status} ") as failed:
            webhook.send(to(server), (), NOTICE, seconds=10)
        assert server.gets == 0
    assert "geheim" not in str(failed.value)


def test_one_that_never_answers_is_given_up_in_time() -> None:
    with (
        serving(WebServer(hangs=True)) as server,
        pytest.raises(ChannelFailed, match=r"cannot be reached: it does not answer\."),
    ):
        webhook.send(to(server), (), NOTICE, seconds=0.3)


def test_where_nothing_listens_it_says_so() -> None:
    with serving(WebServer()) as server:
        gone = to(server)
    with pytest.raises(ChannelFailed, match="cannot be reached: Connection refused"):
        webhook.send(gone, (), NOTICE, seconds=10)


@pytest.mark.parametrize("line", ["no colon", ": nameless", "Two Words: x", "X-Bell: \x07"])
def test_a_header_that_cannot_be_read_is_told_without_being_shown(line: str) -> None:
    with serving(WebServer()) as server:
        with pytest.raises(BadValue, match="takes headers, one a line") as wrong:
            webhook.send(to(server), (line,), NOTICE, seconds=10)
        assert server.posts == []
    assert line not in str(wrong.value)

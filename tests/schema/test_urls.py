"""What a URL means, and that no password is shown with it."""

import pytest

from gim_manager.domain.errors import BadUrl
from gim_manager.schema.urls import in_clear, parse_url, shown


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_the_driver_of_postgresql_is_named(scheme: str) -> None:
    assert parse_url(f"{scheme}://ada:secret@host:5433/mart").drivername == "postgresql+psycopg2"


def test_a_shown_url_hides_its_password() -> None:
    assert shown(parse_url("postgresql://ada:secret@host/mart")) == "postgresql+psycopg2://ada:***@host/mart"


@pytest.mark.parametrize(
    "url", ["", "mart.sqlite", "mysql://host/mart", "sqlite://", "sqlite://host/file", "postgresql://h"]
)
def test_a_url_that_names_no_database_of_ours_is_refused(url: str) -> None:
    with pytest.raises(BadUrl):
        parse_url(url)


def test_a_bad_url_does_not_tell_its_password() -> None:
    with pytest.raises(BadUrl) as refusal:
        parse_url("oracle://ada:secret@host/mart")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ada:s3cret@host:port/mart",
        "postgresql://ada:s3cret@host",
        "postgresql://ada:s3/c@s3cret@host:x/mart",
        "postgresql://ada:s3@s3cret@host/mart",
        "mysql://ada@host/mart?password=s3cret",
    ],
)
def test_a_url_that_cannot_be_read_does_not_tell_its_password_either(url: str) -> None:
    with pytest.raises(BadUrl) as refused:
        parse_url(url)
    assert "s3cret" not in str(refused.value)


def test_a_password_in_the_query_is_hidden_like_any_other() -> None:
    url = parse_url("postgresql://ada@host/mart?password=s3cret&sslmode=require&sslpassword=s3cret")
    assert url.password == "s3cret"
    assert url.query["sslmode"] == "require"
    assert "s3cret" not in shown(url)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:////data/mart.sqlite", False), ("postgresql://a@localhost/m", False),
        ("postgresql://a@127.0.0.1/m", False), ("postgresql://a@/m?host=/run/postgresql", False),
        ("postgresql://a:s3cret@db.example.com/m", True), ("postgresql://a@db/m?sslmode=prefer", True),
        ("postgresql://a@db/m?sslmode=require", False), ("postgresql://a@db/m?sslmode=verify-full", False),
        ("postgresql://a@/m?host=db", True),
    ],
)  # fmt: skip
def test_a_password_that_may_cross_a_network_in_clear_is_told_of(
    monkeypatch: pytest.MonkeyPatch, url: str, told: bool
) -> None:
    for name in ("PGSSLMODE", "PGHOST"):
        monkeypatch.delenv(name, raising=False)
    warning = in_clear(parse_url(url))
    assert (warning is not None) == told
    assert "s3cret" not in (warning or "")
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    assert in_clear(parse_url(url)) is None or "sslmode=prefer" in url

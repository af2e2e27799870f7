"""A URL is taken apart and put together again; its password stands in no part of it and in no error."""

import pytest

from gim_manager.domain.address import Address, Tls, is_here, taken_apart
from gim_manager.domain.errors import BadUrl
from gim_manager.schema.urls import parse_url

WHOLE = "postgresql://ann%40corp@db.example.com:5433/mart?sslmode=verify-full&sslrootcert=/etc/ca.pem&connect_timeout=3"
PARTS = Address(
    host="db.example.com", port=5433, database="mart", user="ann@corp", tls=Tls.VERIFY_FULL,
    root_certificate="/etc/ca.pem", more=(("connect_timeout", "3"),),
)  # fmt: skip


def test_a_url_is_taken_apart_and_put_together_again() -> None:
    assert taken_apart(WHOLE.replace("corp@", "corp:p%40ss%2Fw@")) == (PARTS, "p@ss/w")
    assert PARTS.url == WHOLE
    assert PARTS.place == "db.example.com:5433/mart"


@pytest.mark.parametrize(
    "url",
    [
        WHOLE, "postgresql://localhost/mart", "postgresql://[::1]:5432/mart", "postgresql:///mart?host=/var/run/pg",
        "postgresql:///mart?host=/var/run/pg&port=5433", "postgresql:///mart?host=a:1&host=b:2", "postgresql://DB/Mart",
    ],
)  # fmt: skip
def test_the_driver_reads_the_same_out_of_it(url: str) -> None:
    address, password = taken_apart(url)
    assert password is None
    assert parse_url(address.url) == parse_url(url)


@pytest.mark.parametrize("url", ["jdbc:postgresql://db/mart?user=ann&password=s3cret", "postgres://ann:s3cret@db/mart"])
def test_other_spellings_are_understood(url: str) -> None:
    assert taken_apart(url) == (Address(host="db", database="mart", user="ann"), "s3cret")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://ann:s3c/ret@db/mart", "%2F"), ("postgresql://ann:12/s3c@db/mart", "%2F"),
        ("postgresql://ann:s3cret@db:port/mart", "number as port"),
        ("mysql://ann:s3cret@db/mart", "begin with postgresql"),
        ("postgresql://ann@db/mart?sslpassword=s3cret", "leave sslpassword out"),
        ("postgresql://ann:s3cret@db/mart?sslmode=verify", "sslmode is one of verify-full"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_without_its_password(url: str, told: str) -> None:
    with pytest.raises(BadUrl, match=told) as error:
        taken_apart(url)
    assert "s3c" not in str(error.value)


def test_what_is_here_crosses_no_network() -> None:
    assert all(map(is_here, ("", "/run", "127.0.0.1", "localhost", "::1")))
    assert not is_here("db.example.com")
    assert not taken_apart("postgresql:///mart?host=localhost&host=db")[0].is_here

"""A password inside a text is hidden, also in a URL that cannot be read."""

import pytest

from gim_manager.domain.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://gim:secret@db/mart", "postgresql://gim:***@db/mart"),
        ("postgresql://gim:se@cr:et/@db/mart", "postgresql://gim:***@db/mart"),
        ("could not open postgresql://:secret@db/mart twice", "could not open postgresql://:***@db/mart twice"),
        ("postgresql://db/mart?sslpassword=secret&user=gim", "postgresql://db/mart?sslpassword=***&user=gim"),
        ("postgresql://db/mart?password=my secret", "postgresql://db/mart?password=***"),
        ("postgresql://gim@db:5432/mart", "postgresql://gim@db:5432/mart"),
        ("nothing to hide: 12:30 at the desk", "nothing to hide: 12:30 at the desk"),
    ],
)
def test_passwords_are_hidden_and_nothing_else(text: str, shown: str) -> None:
    assert masked(text) == shown

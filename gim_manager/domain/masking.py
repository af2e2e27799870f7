"""How a password inside a text is hidden, whether it stands in a URL that can be read or in one that cannot."""

from __future__ import annotations

import re

_PASSWORDS = re.compile(r"(?<=://)([^/:@\n]*:).*(?=@)|([?&](?:ssl)?password=)[^&\n]*")


def masked(text: str) -> str:
    """The text with `***` in place of every password of a URL in it; where it cannot be told, more is hidden."""
    return _PASSWORDS.sub(r"\1\2***", text)

"""Every colour of the window by its name, light and dark, and how much two of them differ."""

from __future__ import annotations

import re

PAIRS: dict[str, tuple[str, str]] = {
    "window": ("#F2F4F7", "#1F2328"),
    "surface": ("#FFFFFF", "#171A1E"),
    "raised": ("#FFFFFF", "#262B31"),
    "sunken": ("#EAEDF2", "#121417"),
    "header": ("#F7F8FA", "#1B1F24"),
    "line": ("#E3E7EC", "#262B31"),
    "border": ("#CDD3DB", "#3A414A"),
    "outline": ("#7E8896", "#737D8B"),
    "text": ("#1A1F26", "#E7EAEE"),
    "text2": ("#4A5462", "#B3BBC6"),
    "text3": ("#586270", "#9DA7B3"),
    "disabled": ("#9AA3AF", "#656E7A"),
    "accent": ("#1D5FBF", "#7DB1FF"),
    "on_accent": ("#FFFFFF", "#0B1B33"),
    "soft": ("#E3EDFB", "#1E2F48"),
    "select": ("#D6E6FB", "#21395C"),
    "select_idle": ("#E4E8EE", "#2C323A"),
    "hover": ("#F1F6FC", "#1D2229"),
    "scroll": ("#B9C1CB", "#4A525D"),
    "band_etl": ("#E9F1FC", "#1B2634"),
    "band_aggregation": ("#E4F4F2", "#182C2C"),
    "now": ("#C2255C", "#FF7AA8"),
    "complete_bar": ("#2F8052", "#4FA873"),
    "warn_edge": ("#F5B83D", "#D9982A"),
    "scheduled": ("#6A45B8", "#BBA2F5"),
    "scheduled_soft": ("#EEE8FA", "#2C2544"),
    "running": ("#1D5FBF", "#7DB1FF"),
    "running_soft": ("#D9E6F8", "#25405F"),
    "stopping": ("#8F5400", "#F0B54A"),
    "stopping_soft": ("#FFF1D6", "#3B2D12"),
    "complete": ("#17713A", "#5FCB85"),
    "complete_soft": ("#E2F4E8", "#173324"),
    "failed": ("#B3261E", "#FF8A80"),
    "failed_soft": ("#FCE8E6", "#43211F"),
    "stopped": ("#56606D", "#A4ADB9"),
    "stopped_soft": ("#E9ECF0", "#2B3037"),
}
"""Token: light, dark (look.md, Colours and Status)."""

STATES = ("scheduled", "running", "stopping", "complete", "failed", "stopped")

_PLACE = re.compile(r"@([a-z_0-9]+)")


def colours(*, dark: bool) -> dict[str, str]:
    """Every token's colour in one theme, as #RRGGBB."""
    return {name: pair[dark] for name, pair in PAIRS.items()}


def filled(style: str, *, dark: bool) -> str:
    """A style sheet with each `@token` in it replaced; raises KeyError for a token that is none."""
    table = colours(dark=dark)
    return _PLACE.sub(lambda found: table[found[1]], style)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2: 1.0 to 21.0."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

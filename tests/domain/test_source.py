"""A data source keeps its password apart from what is shown."""

from gim_manager.domain.icon import Role
from gim_manager.domain.source import Source


def test_a_source_shows_nothing_of_its_url_unless_it_is_told_what() -> None:
    source = Source(key=1, name="main", url="postgresql://icon:secret@host/idb", roles=frozenset({Role.ICON_CFG}))
    assert source.shown_url == ""

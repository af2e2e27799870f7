"""Every table of the manager has its prefix; no table of the Info Mart has."""

from gim_manager.schema.warehouse import INFO_MART, MANAGER


def test_the_managers_tables_are_known_by_their_prefix() -> None:
    assert all(name.startswith("mgr_") for name in MANAGER.tables)
    assert not any(name.startswith("mgr_") for name in INFO_MART.tables)

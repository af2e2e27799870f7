"""What binds an act to the one before it tells apart whatever differs."""

from gim_manager.schema.trail import link, trail_statements


def test_a_link_depends_on_every_value_on_its_place_and_on_what_went_before() -> None:
    links = [
        link("", ("a", "b")), link("x", ("a", "b")), link("", ("b", "a")), link("", ("ab", "")), link("", ("a", None)),
        link("", ("a", "")), link("", ("a", "-")), link("", ("a", "1:b")), link("", ("a,1:b", None)),
    ]  # fmt: skip
    assert len(set(links)) == len(links)


def test_a_link_is_the_sha_256_of_lengths_and_texts() -> None:
    # printf '\n3:\xc3\xa9x,1:7,-' | sha256sum
    assert link("", ("éx", 7, None)) == "e70ba35230ba1857bd46ae584f79e8767caeeebb1537bdf55f2ee078e334926f"


def test_each_database_guards_the_trail() -> None:
    for dialect in ("sqlite", "postgresql"):
        assert any("mgr_audit_kept" in statement for statement in trail_statements(dialect))

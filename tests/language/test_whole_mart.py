"""The normal form itself: blind to numbers that any run gives anew, and to nothing else."""

import pytest
from sqlalchemy import Engine, delete, insert, update

from gim_manager.schema import control, dimensions, facts
from gim_manager.schema.engines import writing
from tests.language.mart import add, empty_mart
from tests.language.whole_mart import Form, dangling, differences, normal_form

CALL = {"media_server_root_ixn_guid": "R1", "media_server_ixn_guid": "I1", "tenant_key": -1, "media_type_key": 1}


def a_mart(url: str, *, key: int, interaction: int) -> Engine:
    """One agent, one skill of hers and one call, under these numbers."""
    mart = empty_mart(url)
    audit = {"create_audit_key": key, "update_audit_key": key}
    agent = {"resource_key": key, "resource_cfg_type_id": 3, "resource_cfg_dbid": 101, "tenant_key": -1}
    add(mart, dimensions.resource_, agent | audit)
    add(mart, dimensions.skill, {"skill_key": key, "skill_cfg_dbid": 7, "tenant_key": -1} | audit)
    link = {"resource_skill_fact_key": key, "resource_key": key, "skill_key": key, "tenant_key": -1}
    add(mart, dimensions.resource_skill_fact_, link | audit)
    add(mart, facts.interaction_fact, CALL | {"interaction_id": interaction, "interaction_type_key": 1} | audit)
    return mart


def form(mart: Engine) -> Form:
    return normal_form(mart, calendar_until=0)


@pytest.fixture
def mart(database_url: str) -> Engine:
    return a_mart(database_url, key=5, interaction=50)


def test_other_surrogate_and_audit_keys_are_the_same_info_mart(
    mart: Engine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = f"sqlite:///{(tmp_path_factory.mktemp('other') / 'mart.sqlite').as_posix()}"
    assert differences(form(mart), form(a_mart(other, key=9, interaction=90))) == []
    assert dangling(form(mart)) == []


def test_a_lost_row_a_doubled_row_and_a_changed_value_are_told(mart: Engine) -> None:
    before = form(mart)
    with writing(mart) as connection:
        connection.execute(update(dimensions.skill).where(dimensions.skill.c.skill_key == 5).values(end_ts=7))
        connection.execute(delete(dimensions.resource_skill_fact_))
    add(
        mart,
        facts.interaction_fact,
        CALL | {"interaction_id": 51, "interaction_type_key": 1, "start_date_time_key": 900},
    )
    told = differences(before, form(mart))
    assert [line.split(";")[0] for line in told] == [
        "interaction_fact: 0 lost, 1 too many",
        "resource_skill_fact_: 1 lost, 0 too many",
        "skill: 1 lost, 1 too many",
    ]


def test_a_row_that_refers_to_nothing_is_told(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(delete(dimensions.resource_).where(dimensions.resource_.c.resource_key == 5))
    assert len(dangling(form(mart))) == 1


def test_rows_extracted_twice_are_told_by_their_totals(mart: Engine) -> None:
    before = form(mart)
    add(mart, control.ctl_extract_history, {"create_audit_key": 1, "table_name": "g_call", "row_count": 3})
    assert [line.split(":")[0] for line in differences(before, form(mart))] == ["ctl_extract_history"]


def test_a_mark_means_whether_anything_is_left_to_read(mart: Engine) -> None:
    with writing(mart) as connection:
        connection.execute(insert(control.ctl_mark).values(name="export", value=5, update_audit_key=1))
    behind = form(mart)
    with writing(mart) as connection:
        connection.execute(update(control.ctl_mark).values(value=10**6))
    assert [line.split(":")[0] for line in differences(behind, form(mart))] == ["ctl_mark"]

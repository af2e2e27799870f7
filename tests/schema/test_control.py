"""The control tables have the columns of the documents."""

import pytest

from gim_manager.schema.warehouse import CONTROL

BY_NAME = {table.name: table for table in CONTROL}


@pytest.mark.parametrize(
    ("table", "documented"),
    [
        ("ctl_audit_log", "audit_key job_id created inserted processing_status_key min_start_date_time_key "
                          "max_start_date_time_key max_chunk_ts data_source_key row_count created_ts"),
        ("ctl_extract_history", "table_name data_source_key data_source_type row_count max_time max_ts icon_dbid "
                                "dss_id providertag extract_start_time extract_end_time job_id job_name job_version "
                                "dap_name create_audit_key created_ts"),
        ("ctl_transform_history", "job_id job_version hwm_name hwm_value hwm_value2 transform_start_time "
                                  "transform_end_time row_count created_ts audit_key"),
        ("ctl_etl_history", "job_id job_name job_version start_time end_time status created_ts"),
    ],
)  # fmt: skip
def test_the_documented_columns_are_there(table: str, documented: str) -> None:
    assert set(documented.split()) <= set(BY_NAME[table].columns.keys())

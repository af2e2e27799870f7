"""Every metric has its type, help and unit, few series, and says what happened; read back by Prometheus' own parser."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status
from gim_manager.domain.status import EtlStatus, ServerState, ServerStatus, SourceMark
from gim_manager.server.metrics import Metrics
from gim_manager.usecases.figures import Figures

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATUS = EtlStatus(
    at=NOON, zone="GMT", scheduling=True,
    server=ServerStatus(state=ServerState.RUNNING, id="a-1", standbys=("b-2",)),
    extract=(
        SourceMark(data_source='Ber"lin', table="g_call", max_time=NOON, lag_seconds=61),
        SourceMark(data_source='Ber"lin', table="g_party", max_time=NOON, lag_seconds=3_600),
        SourceMark(data_source="Oslo", table="g_call", max_time=None, lag_seconds=None),
    ),
    transform_max_time=NOON, aggregate_pending=7, partitions_ahead_days=30, warnings=("late",),
)  # fmt: skip
RUN = Run(
    id=7, job=Job.EXTRACT, status=Status.COMPLETE, cause=Cause.DONE, requested_at=NOON, requested_by="scheduler",
    due_at=NOON, start_time=NOON + timedelta(seconds=0.2), end_time=NOON + timedelta(seconds=30.2),
)  # fmt: skip
FIGURES = Figures(
    status=STATUS, open_runs={(Job.AGGREGATE, Status.RUNNING): 1}, alarms={Rule.DISK_LOW: 2}, ended=(RUN,),
    started=(RUN,), decided={DecisionKind.DROP: 3}, errors={"Unreachable": 4},
)  # fmt: skip
NOTHING_NEW = replace(FIGURES, ended=(), started=(), decided={}, open_runs={})


def _families(text: bytes) -> dict[str, Metric]:
    return {family.name: family for family in text_string_to_metric_families(text.decode())}


def _value(families: dict[str, Metric], sample: str, **labels: str) -> float:
    (found,) = (
        one.value
        for family in families.values()
        for one in family.samples
        if one.name == sample and labels.items() <= one.labels.items()
    )
    return float(found)


def test_it_says_how_things_stand() -> None:
    told = _families(Metrics("a-1").text(FIGURES, leads=True))
    assert _value(told, "gim_manager_leader") == 1
    assert _value(told, "gim_manager_servers") == 2
    assert _value(told, "gim_manager_state", state="running") == 1
    assert _value(told, "gim_manager_state", state="none") == 0
    assert _value(told, "gim_manager_open_runs", job="Job_AggregateGIM", status="Running") == 1
    assert _value(told, "gim_manager_extraction_lag_seconds", data_source='Ber"lin') == 61
    assert len(told["gim_manager_extraction_lag_seconds"].samples) == 1
    assert _value(told, "gim_manager_transformed_timestamp_seconds") == NOON.timestamp()
    assert _value(told, "gim_manager_aggregation_pending_intervals") == 7
    assert _value(told, "gim_manager_partitions_ahead_days") == 30
    assert _value(told, "gim_manager_alarms_raised", rule="disk-low") == 2
    assert _value(told, "gim_manager_alarms_raised", rule="run-lost") == 0
    assert _value(told, "gim_manager_findings", level="warning") == 1
    assert _value(told, "gim_manager_build_info", server="a-1") == 1


def test_it_counts_what_happens_and_each_thing_once() -> None:
    metrics = Metrics("a-1")
    before = _families(metrics.text(replace(NOTHING_NEW, errors={}), leads=True))
    assert _value(before, "gim_manager_runs_ended_total", job="Job_ExtractICON", status="Complete") == 0
    for figures in (FIGURES, NOTHING_NEW):
        told = _families(metrics.text(figures, leads=True))
        assert _value(told, "gim_manager_runs_ended_total", job="Job_ExtractICON", status="Complete") == 1
        assert _value(told, "gim_manager_decisions_total", kind="drop") == 3
        assert _value(told, "gim_manager_database_errors_total", error="Unreachable") == 4
        assert _value(told, "gim_manager_run_duration_seconds_sum", job="Job_ExtractICON") == 30
        assert _value(told, "gim_manager_run_duration_seconds_bucket", le="60.0") == 1
        assert _value(told, "gim_manager_run_duration_seconds_bucket", le="15.0") == 0
        assert _value(told, "gim_manager_start_lateness_seconds_bucket", le="0.25") == 1
        assert _value(told, "gim_manager_start_lateness_seconds_bucket", le="0.1") == 0
    assert not told["gim_manager_open_runs"].samples, "what runs no longer is gone"


def test_every_metric_has_help_a_right_type_and_a_place_in_the_docs() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "server.md").read_text(encoding="utf-8")
    told = _families(Metrics("a-1").text(FIGURES, leads=True))
    own = {name: family for name, family in told.items() if name.startswith("gim_manager_")}
    assert len(own) > 15
    for name, family in own.items():
        assert family.documentation and family.type in ("gauge", "counter", "histogram"), name
        shown = f"{name}_total" if family.type == "counter" else name
        assert f"`{shown}`" in documented, f"{shown} is missing in docs/server.md"


def test_series_are_few_however_long_it_runs() -> None:
    metrics = Metrics("a-1")
    for number in range(50):
        ended = tuple(replace(RUN, id=number, job=job) for job in Job)
        text = metrics.text(replace(FIGURES, ended=ended, started=ended), leads=False)
    assert sum(len(family.samples) for family in _families(text).values()) < 400

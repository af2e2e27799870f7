"""The figures of a server in the form that Prometheus reads; docs/server.md has a table of them."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from gim_manager import __version__
from gim_manager.domain.decision import DecisionKind
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.status import EtlStatus, ServerState
from gim_manager.usecases.figures import Figures

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_DURATIONS = (1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400)
_LATENESS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300)


class Metrics:
    """Every metric with its help; of one server, used by one thread at a time."""

    def __init__(self, server: str) -> None:
        disable_created_metrics()
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        build = Info("gim_manager_build", "Version of the program, and which server it is.", registry=self._registry)
        build.info({"version": __version__, "server": server})
        self._leader = self._gauge("leader", "1 if this server owns the schedule.")
        self._servers = self._gauge("servers", "Servers of this Info Mart that were heard of within 15 s.")
        self._state = self._gauge("state", "1 for the state that status shows, 0 for the others.", "state")
        self._scheduling = self._gauge("scheduling", "1 if launches are made: not switched off, not held.")
        self._open = self._gauge("open_runs", "Runs that wait or are at work.", "job", "status")
        self._lag = self._gauge("extraction_lag_seconds", "How old the youngest extracted row is.", "data_source")
        self._transformed = self._gauge(
            "transformed_timestamp_seconds", "Up to which moment the facts are complete, 0 if there are none."
        )
        self._pending = self._gauge("aggregation_pending_intervals", "Intervals that wait for aggregation.")
        self._ahead = self._gauge("partitions_ahead_days", "Days for which there are partitions (PostgreSQL).")
        self._alarms = self._gauge("alarms_raised", "Alarms that are raised.", "rule")
        self._findings = self._gauge("findings", "What the configuration check and health find.", "level")
        self._ended = self._counter("runs_ended", "Runs that ended.", "job", "status")
        self._decided = self._counter("decisions", "Launches and requests dropped, held, refused, …", "kind")
        self._errors = self._counter("database_errors", "Times a database did not do what was asked.", "error")
        self._durations = self._histogram("run_duration_seconds", "From start to end of a run.", _DURATIONS)
        self._lateness = self._histogram("start_lateness_seconds", "From due to started, of launches.", _LATENESS)
        self._fill_in()

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"gim_manager_{name}", meaning, labels, registry=self._registry)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"gim_manager_{name}", f"{meaning} Since this server began.", labels, registry=self._registry)

    def _histogram(self, name: str, meaning: str, buckets: tuple[float, ...]) -> Histogram:
        meaning = f"{meaning} Since this server began."
        return Histogram(f"gim_manager_{name}", meaning, ("job",), buckets=buckets, registry=self._registry)

    def _fill_in(self) -> None:
        """A series that is there with 0 from the start shows its first increase."""
        for job in Job:
            for status in ENDED - {Status.CANCELED}:
                self._ended.labels(job.value, status.value)
        for kind in DecisionKind:
            self._decided.labels(kind.value)
        self._known_errors: dict[str, int] = {}
        for error in ("Unreachable", "StorageFailed", "NotPermitted"):
            self._errors.labels(error)

    def text(self, figures: Figures, *, leads: bool) -> bytes:
        """All of them with these figures taken in: text exposition format 0.0.4."""
        self._leader.set(leads)
        self._stand(figures.status)
        self._open.clear()
        for (job, status), number in figures.open_runs.items():
            self._open.labels(job.value, status.value).set(number)
        for rule in Rule:
            self._alarms.labels(rule.value).set(figures.alarms.get(rule, 0))
        for run in figures.ended:
            self._end(run)
        for run in figures.started:
            if (delay := run.delay) is not None:
                self._lateness.labels(run.job.value).observe(delay.total_seconds())
        for kind, number in figures.decided.items():
            self._decided.labels(kind.value).inc(number)
        self._count_errors(figures.errors)
        text: bytes = generate_latest(self._registry)
        return text

    def _stand(self, status: EtlStatus) -> None:
        server = status.server
        self._servers.set(len(server.standbys) + (server.id is not None))
        for state in ServerState:
            self._state.labels(state.value).set(state is server.state)
        self._scheduling.set(not status.suspended)
        lags: dict[str, int] = {}
        for mark in status.extract:
            if mark.lag_seconds is not None:
                lags[mark.data_source] = min(mark.lag_seconds, lags.get(mark.data_source, mark.lag_seconds))
        self._lag.clear()
        for source, lag in lags.items():
            self._lag.labels(source).set(lag)
        transformed = status.transform_max_time
        self._transformed.set(transformed.timestamp() if transformed else 0)
        self._pending.set(status.aggregate_pending)
        ahead = status.partitions_ahead_days
        self._ahead.set(float("nan") if ahead is None else ahead)
        self._findings.labels("error").set(len(status.errors))
        self._findings.labels("warning").set(len(status.warnings))

    def _end(self, run: Run) -> None:
        self._ended.labels(run.job.value, run.status.value).inc()
        if run.start_time is not None and run.end_time is not None:
            self._durations.labels(run.job.value).observe((run.end_time - run.start_time).total_seconds())

    def _count_errors(self, errors: Mapping[str, int]) -> None:
        for error, number in errors.items():
            self._errors.labels(error).inc(number - self._known_errors.get(error, 0))
        self._known_errors = dict(errors)

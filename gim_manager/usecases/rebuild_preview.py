"""What a re-aggregation would change: asked before it is, and nothing is changed by the asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from gim_manager.domain.decide import Answer
from gim_manager.domain.errors import Refused
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.reaggregation import read_parameters
from gim_manager.domain.rebuild_preview import RebuildPreview
from gim_manager.domain.run import Run, Status
from gim_manager.schema.engines import reading
from gim_manager.store import options, past
from gim_manager.store.runs import open_runs
from gim_manager.store.versions import ensure_current
from gim_manager.usecases import runs
from gim_manager.usecases.context import Context

_OF_RANGE = frozenset({"R18", "R20"})
"""The rules that speak of what would be rebuilt, not of when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settings:
    options: Options
    now: Callable[[], datetime]


def preview(
    context: Context, parameters: str, *, force: bool = False, progress: Callable[[float, str], None] = lambda *_: None
) -> RebuildPreview:
    """By the facts that are there, and the options of the aggregation that would be handed the request: one that runs
    keeps those of its start. What `progress` raises gives it up.

    Raises BadParameters, OlderSchema, and Refused where the range is (R18, R20), unless `force` overrides that. When
    it may run is not asked.
    """
    ensure_current(context.database)
    asked = read_parameters(parameters)
    prediction = runs.predict(context, Job.AGGREGATE, parameters, hand_over=True)
    is_overridden = force and prediction.rule in runs.FORCEABLE
    if prediction.kind is Answer.REFUSED and prediction.rule in _OF_RANGE and not is_overridden:
        raise Refused(prediction.rule, prediction.reason)
    # Loaded where it is asked: it brings the tables of all jobs with it.
    from gim_manager.jobs import rebuild_preview

    settings, options_of = _settings(context)
    found = rebuild_preview.preview(context.database.info_mart, settings, asked, forced=force, tell=progress)
    return replace(found, options_of=options_of)


def _settings(context: Context) -> tuple[_Settings, int | None]:
    """The options, and the run whose they are where others are set by now."""
    with reading(context.database.manager) as connection:
        current, running = options.load(connection), next(filter(_aggregates, open_runs(connection)), None)
        if running is None or running.start_time is None:
            return _Settings(options=current, now=context.now), None
        then = past.options_at(current, options.history(connection), running.start_time)
    differs = _of_building(then) != _of_building(current)
    return _Settings(options=then, now=context.now), running.id if differs else None


def _aggregates(run: Run) -> bool:
    return run.job is Job.AGGREGATE and not run.is_reaggregation and run.status is Status.RUNNING


def _of_building(known: Options) -> dict[tuple[str, str], str]:
    return {key: value for key, value in known.values.items() if key[0].startswith("agg")}

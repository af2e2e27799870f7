"""What the findings of health are made from: the past in the tables, and the room on the disks of this computer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from gim_manager.domain.conditions import Condition
from gim_manager.domain.health import History, Symptom, symptoms
from gim_manager.domain.job import Job
from gim_manager.domain.marks import Delay, delay
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source
from gim_manager.domain.world import World
from gim_manager.host.drives import volumes
from gim_manager.jobs.export_files import output_directory
from gim_manager.schema.engines import reading
from gim_manager.store import health, sources
from gim_manager.store.connect import Database


def found(database: Database, world: World, now: datetime, *, disks: bool = True) -> tuple[Symptom, ...]:
    """All that is wrong now, but for the `disks` of this computer where they are not the server's; raises GimError if
    the database cannot be read."""
    return symptoms(world, _history(database, world, now, disks=disks), now)


def _history(database: Database, world: World, now: datetime, *, disks: bool) -> History:
    """The past as the rules ask for it; only what runs is asked how long it usually takes."""
    ahead, without = _partitions(database, world, now)
    with reading(database.manager) as connection:
        known = sources.known(connection)
        extracted_at = health.completed_at(connection, Job.EXTRACT)
        return History(
            ended=health.last_judged(connection),
            good_cycle_at=health.good_cycle_at(connection),
            maintained_at=health.completed_at(connection, Job.MAINTAIN),
            lengths=health.lengths(connection, sorted({run.job for run in world.runs if run.is_active})),
            delays=_delays(database, world.options, known, extracted_at) if extracted_at else (),
            volumes=volumes(_held(database, world.options)) if disks else (),
            partitions_ahead_days=ahead,
            without_partition=without,
        )


def _partitions(database: Database, world: World, now: datetime) -> tuple[int | None, Mapping[str, int]]:
    """For how many days there are partitions, and the rows that have none; what was never begun says nothing."""
    if database.is_local or world.condition is not Condition.READY:
        return None, {}
    # Loaded where it is asked, as below.
    from gim_manager.jobs.partition_list import days_ahead, without_partition

    with reading(database.info_mart) as connection:
        return days_ahead(connection, now), without_partition(connection)


def _delays(
    database: Database, options: Options, known: tuple[Source, ...], extracted_at: datetime
) -> tuple[tuple[str, Delay], ...]:
    """How late each source was when it was read last: it cannot help it if nobody reads it at night."""
    # Loaded where it is asked: it brings the tables of every source with it, and most commands ask for none.
    from gim_manager.jobs.extract_marks import heard

    threshold = options.number("gim-etl", "delayed-data-threshold")
    with reading(database.info_mart) as connection:
        late = (
            (source.name, delay(heard(connection, source), now=extracted_at, threshold=threshold)) for source in known
        )
        return tuple((name, how) for name, how in late if how)


def _held(database: Database, options: Options) -> dict[str, Path]:
    """What takes room on this computer: where PostgreSQL keeps its files, it alone knows."""
    held = {} if database.file is None else {"the Info Mart": database.file}
    if options.flag("schedule", "run-export"):
        held["exports"] = output_directory(options, database.info_mart) / "export"
    return held

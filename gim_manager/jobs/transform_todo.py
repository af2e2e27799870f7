"""The list of work of the transformation: how it is filled from what was extracted, and cut into chunks (T01).

The mark moves in the transaction that fills the list, and a chunk's rows leave it in the transaction that writes their
facts: wherever a run is killed, the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, exists, or_, select, text

from gim_manager.jobs import marks
from gim_manager.jobs.script import script
from gim_manager.schema.gidb import GIDB

INTERACTION = "interaction"
SESSION = "session"
SLICE_ROWS = 200_000
"""How many extracted rows one transaction reads for the list; it bounds memory and the time that others wait."""

_SLICE_END = text("""
    SELECT MIN(audit_key) FROM (
        SELECT audit_key, SUM(row_count) OVER (ORDER BY audit_key) AS rows_so_far
        FROM ctl_audit_log WHERE audit_key >= :mark AND audit_key < :bound
    ) log WHERE rows_so_far >= :rows""")
_COUNT = text("SELECT COUNT(*) FROM ctl_transform_todo WHERE kind = :kind")
_CHUNKS = text("""
    SELECT COALESCE(SUM((in_window + :most - 1) / :most), 0)
    FROM (SELECT COUNT(*) AS in_window FROM ctl_transform_todo WHERE kind = :kind GROUP BY ts / :seconds) windows""")
_TAKE = text("""
    CREATE TEMP TABLE t_todo AS
    SELECT natural_id FROM ctl_transform_todo
    WHERE kind = :kind AND ts < (
        SELECT (MIN(ts) / :seconds + 1) * :seconds FROM ctl_transform_todo WHERE kind = :kind
    )
    ORDER BY ts, natural_id LIMIT :most""")
_DONE = text("DELETE FROM ctl_transform_todo WHERE kind = :kind AND natural_id IN (SELECT natural_id FROM t_todo)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Audit keys that a run reads: `mark <= key < bound`."""

    mark: int
    bound: int


def reach(connection: Connection) -> Reach:
    """What there is to read now."""
    return Reach(mark=marks.read(connection, marks.TRANSFORM), bound=marks.bound(connection))


def has_news(connection: Connection, within: Reach) -> bool:
    """Whether anything was extracted since the last transformation."""
    keys = (table.c.update_audit_key for table in GIDB.values())
    written = (exists().where(key >= within.mark, key < within.bound) for key in keys)
    return bool(connection.scalar(select(or_(*written))))


def is_empty(connection: Connection) -> bool:
    """Whether nothing is left of earlier runs."""
    return connection.execute(text("SELECT 1 FROM ctl_transform_todo LIMIT 1")).first() is None


def next_slice(connection: Connection, within: Reach) -> Reach:
    """The first of the keys, as many as wrote SLICE_ROWS rows."""
    parameters = {"mark": within.mark, "bound": within.bound, "rows": SLICE_ROWS}
    last = connection.execute(_SLICE_END, parameters).scalar()
    return Reach(mark=within.mark, bound=within.bound if last is None else int(last) + 1)


def collect(connection: Connection, part: Reach, values: Mapping[str, object], audit_key: int) -> None:
    """Fills the list from these keys and moves the mark behind them; what belongs to nothing is left in `t_discard`."""
    script("transform/collect").run(
        connection, **{**values, "mark": part.mark, "bound": part.bound, "audit_key": audit_key}
    )
    marks.move(connection, marks.TRANSFORM, part.bound, audit_key)


def add_open_sessions(connection: Connection, audit_key: int) -> None:
    """Puts the sessions without logout on the list."""
    script("transform/open_sessions").run(connection, audit_key=audit_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How the list is cut into chunks: by time, and by how many a transaction may take."""

    kind: str
    seconds: int
    most: int

    def _values(self) -> dict[str, object]:
        return {"kind": self.kind, "seconds": self.seconds, "most": self.most}

    def chunks(self, connection: Connection) -> Iterator[int]:
        """The numbers of the chunks that there are."""
        return iter(range(1, int(connection.execute(_CHUNKS, self._values()).scalar() or 0) + 1))

    def waiting(self, connection: Connection) -> int:
        """How many are on the list."""
        return int(connection.execute(_COUNT, {"kind": self.kind}).scalar() or 0)

    def take(self, connection: Connection) -> None:
        """Makes `t_todo` from the oldest on the list."""
        connection.execute(_TAKE, self._values())

    def done(self, connection: Connection) -> None:
        """Takes the chunk off the list."""
        connection.execute(_DONE, {"kind": self.kind})

"""How a .sql file becomes statements: its header, its steps, and which twin belongs to which database.

A file opens with four comment lines, `-- what:`, `-- grain:`, `-- reads:` and `-- writes:`; then come its statements,
each under a line `-- step: <name>`. A statement that differs between the databases stands twice, under `-- step:
<name> [sqlite]` and `-- step: <name> [postgresql]`, with a comment line that begins `-- Differs from PostgreSQL
because`.

What several scripts have in common is a script of one step in the folder `parts`; a line `-- part: <name>` takes in its
statement, which may be less than a whole one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, TextClause, text

DIALECTS = frozenset({"sqlite", "postgresql"})

_HEADER = re.compile(r"-- (what|grain|reads|writes): *(.*)")
_STEP = re.compile(r"-- step: *([^\[\]]+?)(?: *\[(\w+)\])? *")
_PART = re.compile(r"(?m)^[ ]*-- part: *(\w+) *$")
_TARGET = re.compile(r"\b(?:insert(?:\s+or\s+\w+)?\s+into|update|delete\s+from)\s+([\w.]+)", re.IGNORECASE)


class BadScript(ValueError):
    """A .sql file breaks the rules of its form: a bug of ours, found by the tests of every script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One statement; `dialect` is None where both databases run the same words."""

    name: str
    dialect: str | None
    sql: str

    @property
    def target(self) -> str | None:
        """The table that the statement writes, in lower case; None for what only reads or makes."""
        found = _TARGET.search(self.sql)
        return found[1].lower() if found else None

    def runs_on(self, dialect: str) -> bool:
        """Whether the statement is meant for this database."""
        return self.dialect in (None, dialect)

    def clause(self) -> TextClause:
        """The statement with its named parameters."""
        return text(self.sql)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A .sql file: what it does, and its statements in order."""

    name: str
    what: str
    grain: str
    reads: frozenset[str]
    writes: frozenset[str]
    steps: tuple[Step, ...]

    def run(self, connection: Connection, **parameters: object) -> int:
        """Runs every statement in the caller's transaction; the rows written to the tables of `writes`, so what
        passes through temporary tables is not counted. A parameter that no statement names is ignored, one that is
        missing raises."""
        return sum(self.counts(connection, **parameters).values())

    def counts(self, connection: Connection, **parameters: object) -> dict[str, int]:
        """As `run`, with the rows of each step by its name."""
        counted: dict[str, int] = {}
        for step in self.steps:
            if step.runs_on(connection.dialect.name):
                done = connection.execute(step.clause(), parameters)
                written = max(done.rowcount, 0) if step.target in self.writes else 0
                counted[step.name] = counted.get(step.name, 0) + written
        return counted


@cache
def script(name: str) -> Script:
    """The script gim_manager/jobs/sql/<name>.sql, read once; `name` is like `transform/irf`."""
    path = files("gim_manager.jobs").joinpath("sql", *f"{name}.sql".split("/"))
    return parse(name, _PART.sub(lambda named: _part(named[1]), path.read_text(encoding="utf-8")))


def _part(name: str) -> str:
    (step,) = script(f"parts/{name}").steps
    return step.sql


def parse(name: str, content: str) -> Script:
    """The script of a file's words; raises BadScript."""
    head, *bodies = re.split(r"(?m)^(?=-- step:)", content)
    header = dict(_HEADER.findall(head))
    if missing := {"what", "grain", "reads", "writes"} - header.keys():
        raise BadScript(f"{name}: the header lacks {', '.join(sorted(missing))}")
    steps = tuple(_step(name, body) for body in bodies)
    _ensure_twins(name, steps)
    return Script(
        name=name, what=header["what"], grain=header["grain"], reads=_tables(header["reads"]),
        writes=_tables(header["writes"]), steps=steps,
    )  # fmt: skip


def _tables(listed: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", listed.lower()))


def _step(name: str, body: str) -> Step:
    first, _, rest = body.partition("\n")
    found = _STEP.fullmatch(first)
    if not found:
        raise BadScript(f"{name}: {first!r} names no step")
    if found[2] and found[2] not in DIALECTS:
        raise BadScript(f"{name}: step {found[1]} is for {found[2]}, which is no database of ours")
    # Comments go before the database sees them: a colon in a comment would be taken for a parameter.
    lines = [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("--")]
    sql = "\n".join(lines).strip().removesuffix(";").strip()
    if not sql:
        raise BadScript(f"{name}: step {found[1]} is empty")
    if found[2] == "sqlite" and "Differs from PostgreSQL because" not in rest:
        raise BadScript(f"{name}: step {found[1]} does not say why SQLite differs")
    return Step(name=found[1], dialect=found[2], sql=sql)


def _ensure_twins(name: str, steps: tuple[Step, ...]) -> None:
    seen = [(step.name, dialect) for step in steps for dialect in DIALECTS if step.runs_on(dialect)]
    if not steps or len(seen) != len(set(seen)):
        raise BadScript(f"{name}: each step has a name of its own, and one statement a database")

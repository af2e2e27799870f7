"""`init`, `migrate`, `sample-idb` and `demo`: making an Info Mart, and bringing one up to date."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from gim_manager.cli import output
from gim_manager.cli.faces import has_display
from gim_manager.cli.opening import LiveSample, Opened, OpenWindow
from gim_manager.cli.run import exit_code_of, follow, refusals_told, show_result
from gim_manager.cli.session import Session
from gim_manager.cli.sources import roles_named
from gim_manager.domain.errors import BadValue
from gim_manager.domain.icon import Role
from gim_manager.domain.run import Run
from gim_manager.domain.timing import read_day
from gim_manager.usecases import demo as demos
from gim_manager.usecases import upkeep as usecase
from gim_manager.usecases.context import Context, hosted

Idbs = Annotated[list[str] | None, typer.Option(metavar="URL", help="A data source; each with its --role.")]
Roles = Annotated[list[str] | None, typer.Option(metavar="ROLES", help=f"Its roles, such as {','.join(Role)}.")]
Days = Annotated[int, typer.Option(metavar="N", min=1, max=3660, help="Days of data.")]
Agents = Annotated[int, typer.Option(metavar="N", min=1, max=5000, help="Agents of the centre.")]
Calls = Annotated[int, typer.Option(metavar="N", min=1, max=1_000_000, help="Inbound calls on a working day.")]
Seed = Annotated[int, typer.Option(metavar="N", help="The same seed and arguments give the same data.")]


def initialize(
    call: typer.Context,
    idb: Idbs = None,
    role: Roles = None,
    roles: Annotated[
        bool, typer.Option("--roles", help="Then make the roles of PostgreSQL, or give them what is new.")
    ] = False,
    as_sql: Annotated[
        bool, typer.Option("--print", help="With --roles: only print their SQL, for an administrator to run.")
    ] = False,
) -> None:
    """Make a database an Info Mart, ready for extraction.

    Creates or completes its schema, stores the data sources, runs Job_InitializeGIM. A database that holds tables of
    a real Info Mart is never touched.
    """
    session: Session = call.obj
    if as_sql:
        _print_roles(session, wanted=roles)
        return
    if roles:
        usecase.ensure_roles(session.url)
    urls, of_urls = idb or [], role or []
    if len(urls) != len(of_urls):
        raise BadValue("Each --idb needs its --role, such as: --idb sqlite:///icon.sqlite --role ICON_CFG,ICON_CORE")
    for url in urls:
        session.warn_of_password("--idb", url)
    given = [(url, roles_named(text)) for url, text in zip(urls, of_urls, strict=True)]
    run = usecase.initialize(session.url, given)
    if roles:
        usecase.make_roles(session.url)
        session.say("Each person has a login of their own: GRANT gim_viewer, gim_operator or gim_administrator to it.")
    with session.context() as context:
        if session.json:
            output.emit({"db": context.database.url, "run": output.run_object(run, context.zone)})
        else:
            sys.stdout.write(f"{context.database.url} is an Info Mart, ready for its first extraction.\n")


def migrate(call: typer.Context) -> None:
    """Bring the schema of an older program up to date.

    Runs Job_MigrateGIM and follows it to its end. Make a backup before: there is no way back.
    """
    session: Session = call.obj
    with refusals_told(session), session.context(any_age=True) as context:
        run = usecase.migrate(context)
        if run is not None:
            # Whatever else serves this Info Mart: what an administrator migrates needs no other server.
            with hosted(context, scheduling=False, ahead=1):
                run = follow(session, context, run)
        _show_migration(session, context, run)
    if run is not None:
        raise typer.Exit(exit_code_of(run))


def _show_migration(session: Session, context: Context, run: Run | None) -> None:
    stands = usecase.schema(context)
    if session.json:
        shown = None if run is None else output.run_object(run, context.zone)
        versions = {"info_mart": stands.info_mart, "manager": stands.manager}
        output.emit({"db": context.database.url, "run": shown, "schema": versions})
        return
    if run is not None:
        show_result(session, context, run)
    began = "Nothing is left to migrate: the" if run is None else "The"
    sys.stdout.write(f"{began} schema is {stands.words}.\n")


def _print_roles(session: Session, *, wanted: bool) -> None:
    if not wanted:
        raise BadValue("--print goes with --roles.")
    script = usecase.role_script(session.url)
    if session.json:
        output.emit({"sql": script})
    else:
        sys.stdout.write(script)


def sample_idb(
    call: typer.Context,
    out: Annotated[str, typer.Option(metavar="URL", help="The IDB to write.")],
    days: Days = 7,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="The last day, YYYY-MM-DD.")] = None,
    agents: Agents = 40,
    calls_per_day: Calls = 1500,
    seed: Seed = 1,
    append: Annotated[bool, typer.Option("--append", help="Go on where an earlier sample ended.")] = False,
) -> None:
    """Write a realistic ICON database.

    The same seed and arguments give the same rows.
    """
    session: Session = call.obj
    session.warn_of_password("--out", out)
    last = read_day(until) if until else None
    arguments = demos.sample_arguments(
        days=days, until=last, agents=agents, calls_per_day=calls_per_day, seed=seed, append=append
    )
    written = demos.write_sample(out, arguments, progress=lambda _done, words: session.say(words))
    ledger = {
        "offered": written.offered, "answered": written.answered, "abandoned": written.abandoned,
        "talk_seconds": written.talk_seconds,
    }  # fmt: skip
    if session.json:
        output.emit({"idb": written.idb, "calls": written.calls, "agents": written.agents, "ledger": ledger})
    else:
        sys.stdout.write(f"{written.idb}: {written.calls} calls, {written.agents} agents\n")
        sys.stdout.write("".join(f"  {name} {value}\n" for name, value in ledger.items()))


def demo(
    call: typer.Context,
    folder: Annotated[Path | None, typer.Option("--dir", metavar="DIR", help="Make and keep the files here.")] = None,
    days: Days = 3,
    agents: Agents = 40,
    calls_per_day: Calls = 1500,
    seed: Seed = 1,
    headless: Annotated[bool, typer.Option("--headless", help="Print the job list, open no window.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the temporary folder.")] = False,
) -> None:
    """Show it all on a sample contact centre.

    Makes an IDB and an Info Mart, runs one full round of all jobs, then opens the window on it, where the centre goes
    on living. Without a display it prints the job list and a summary instead. The files go at the end unless --dir
    or --keep is given.
    """
    session: Session = call.obj
    place = folder or Path(tempfile.mkdtemp(prefix="gim-manager-demo-"))
    temporary = folder is None and not keep
    arguments = demos.sample_arguments(days=days, agents=agents, calls_per_day=calls_per_day, seed=seed)
    try:
        made = demos.build(place, arguments, url=session.named_url, progress=session.say)
    except BaseException:
        if temporary:
            demos.remove(place)
        raise
    if headless or session.json or not has_display():
        _print_demo(session, made, place if not temporary else None)
        if temporary:
            demos.remove(place)
        return
    live = LiveSample(idb_url=made.idb_url, folder=place if temporary else None)
    raise Opened(OpenWindow(url=made.url, profile=session.profile, live=live))


def _print_demo(session: Session, made: demos.Demo, kept: Path | None) -> None:
    with Session(db=made.url, profile=session.profile).context() as context:
        if session.json:
            runs = [output.run_object(run, context.zone) for run in made.runs]
            output.emit({"db": made.shown_url, "idb": made.shown_idb_url, "runs": runs})
            return
        output.print_runs(made.runs, context.zone, context.now())
    sys.stdout.write("\n" + "".join(f"{line}\n" for line in made.summary))
    if kept:
        sys.stdout.write(f"The files are in {kept}. Open them with: gim-manager --db {made.shown_url}\n")

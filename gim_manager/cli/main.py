"""The argument tree, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from gim_manager import __version__
from gim_manager.cli import opening
from gim_manager.cli.arguments import global_options_first, replayed
from gim_manager.cli.session import DATABASE_VARIABLE, Session
from gim_manager.domain.errors import Exit, GimError, Refused
from gim_manager.domain.reaggregation import BadParameters
from gim_manager.host import logs, paths

_LOG = logging.getLogger(__name__)
_PROGRAM = "gim-manager"

_Misuse: Any = typer.BadParameter.__mro__[2]
"""What the parser raises of a wrong command line; named through typer, some of whose releases bring their own."""

EXIT_CODES = """Exit codes: 0 done; 1 the job or check failed; 2 wrong usage or value, nothing was changed; 3 refused by
a rule; 4 the database or a server cannot be reached; 5 not permitted; 130 interrupted."""

_COMMANDS = {
    "jobs": "jobs.list_jobs", "run": "run.run_job", "stop": "jobs.stop_run", "show": "jobs.show_run",
    "log": "jobs.show_log", "status": "status.show_status", "check": "check.check", "hold": "hold.hold",
    "audit": "audit.audit", "digest": "digest.digest", "fit": "fit.fit", "rehearse": "rehearse.rehearse",
    "init": "upkeep.initialize", "migrate": "upkeep.migrate",
    "serve": "faces.serve", "simulate": "simulate.simulate", "why": "why.why",
    "gui": "faces.gui", "demo": "upkeep.demo", "sample-idb": "upkeep.sample_idb", "alarms": "alarms.app",
    "connections": "connections.app",
    "options": "options.app", "servers": "servers.app", "sources": "sources.app",
    "aggregates": "aggregates.show_aggregates", "reaggregation": "reaggregation.app", "seal": "seal.seal",
    "one-by-one": "one_by_one.app",
    "record": "recording.record", "replay": "recording.replay", "backup": "backup.backup",
    "restore": "backup.restore",
}  # fmt: skip
"""Where each command is: a function, or an application with commands of its own, in a module beside this one."""


class _Lazily(Mapping[str, Any]):
    """Loads a command when it is named: all of them together take longer to load than most calls take to answer."""

    def __getitem__(self, name: str) -> Any:
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


@cache
def _command(name: str) -> Any:
    module, _, attribute = _COMMANDS[name].partition(".")
    found = getattr(import_module(f"gim_manager.cli.{module}"), attribute)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=name)
    else:
        alone.command(name)(found)
    return typer.main.get_group(alone).commands[name]


class _Commands(TyperGroup):
    """The commands of the program."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands: Any = _Lazily()


app = typer.Typer(
    name=_PROGRAM,
    cls=_Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="See, run and stop the jobs of a Genesys Info Mart. With no command it opens the window.",
    epilog=EXIT_CODES,
)

Db = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="The Info Mart: sqlite:///PATH or postgresql://USER@HOST/NAME. In place of it: "
        f"{DATABASE_VARIABLE} in the environment, which other users cannot read.",
    ),
]
Connection = Annotated[str | None, typer.Option(metavar="NAME", help="A saved connection instead of a URL.")]
ProfileFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="All that the program writes for this user (settings, logs) goes there."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output, nothing else.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Write more into the log file.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but results and errors.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"{_PROGRAM} {__version__}\n")
        raise typer.Exit(Exit.DONE)


Version = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
]


@app.callback(invoke_without_command=True)
def _global_options(
    call: typer.Context, db: Db = None, connection: Connection = None, profile: ProfileFolder = None,
    as_json: AsJson = False, verbose: Verbose = False, quiet: Quiet = False, version: Version = False,
) -> None:  # fmt: skip
    call.obj = session = Session(
        db=db, connection=connection, profile=profile, json=as_json, verbose=verbose, quiet=quiet
    )
    session.warn_of_password("--db", db)
    logs.start(paths.profile(profile), level=logging.DEBUG if verbose else logging.INFO)
    if call.invoked_subcommand is None:
        from gim_manager.cli import faces

        faces.open_window(session)


def run(arguments: Sequence[str]) -> opening.Opening:
    """Carry out a command line; says what to open, or the exit code. No traceback ever reaches a person."""
    # Until there is a log file, a record must not find its way to the terminal.
    logging.getLogger("gim_manager").addHandler(logging.NullHandler())
    _take_any_character()
    try:
        return _carried_out(arguments)
    except (BrokenPipeError, SystemExit):
        # The parser makes an exit of its own from a broken pipe.
        return _reader_gone()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _carried_out(arguments: Sequence[str]) -> opening.Opening:
    try:
        code = app(global_options_first(replayed(arguments), app), standalone_mode=False, prog_name=_PROGRAM)
        sys.stdout.flush()
    except opening.Opened as opened:
        return opened.what
    except _Misuse as wrong:
        return _misused(wrong)
    except typer.Exit as ended:
        return Exit(ended.exit_code)
    except typer.Abort:
        return Exit.INTERRUPTED
    except GimError as error:
        return _told(error)
    except (BrokenPipeError, SystemExit, KeyboardInterrupt):
        raise
    except Exception:  # noqa: BLE001  the edge: a bug becomes one line and a log file
        return _bug()
    return Exit(code) if isinstance(code, int) else Exit.DONE


def _take_any_character() -> None:
    """A stream of few characters, as a pipe on Windows, shows a question mark rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _misused(wrong: Any) -> Exit:
    """One sentence, and where the right words are found."""
    where = wrong.ctx.command_path if getattr(wrong, "ctx", None) else _PROGRAM
    said = wrong.format_message().rstrip()
    hint = "" if said.startswith("Usage:") else f"The right words are shown by: {where} --help\n"
    sys.stderr.write(f"{said}\n{hint}")
    return Exit.USAGE


def _told(error: GimError) -> Exit:
    rule = f" ({error.rule})" if isinstance(error, Refused) else ""
    picture = f"\n{error.picture}" if isinstance(error, BadParameters) else ""
    sys.stderr.write(f"{error}{rule}{picture}\n")
    return error.exit_code


def _reader_gone() -> Exit:
    """`gim-manager jobs | head`: nothing is wrong, and what is left in the buffers goes nowhere at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
            continue
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    return Exit.DONE


def _bug() -> Exit:
    _LOG.exception("unexpected error", extra={"action": "bug"})
    sys.stderr.write(f"Something unexpected happened. The details are in {_log_file()}.\n")
    return Exit.FAILED


def _log_file() -> str:
    for handler in logging.getLogger("gim_manager").handlers:
        if isinstance(handler, logging.FileHandler):
            return handler.baseFilename
    return "no log file: the program ended before it was opened"

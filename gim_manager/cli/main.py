"""The argument tree, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import click
import typer

from gim_manager import __version__
from gim_manager.cli import jobs, opening, options, sources, status, upkeep
from gim_manager.cli.session import Session
from gim_manager.domain.errors import BadValue, Exit, GimError
from gim_manager.host import logs, paths

_LOG = logging.getLogger(__name__)

_WITH_VALUE = ("--db", "--connection", "--profile")
_FLAGS = ("--json", "-v", "-q", "--verbose", "--quiet")

app = typer.Typer(
    name="gim-manager",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="See, run and stop the jobs of a Genesys Info Mart. With no command it opens the window.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"gim-manager {__version__}\n")
        raise typer.Exit(Exit.DONE)


@app.callback(invoke_without_command=True)
def _global_options(
    call: typer.Context,
    db: Annotated[
        str | None, typer.Option(help="The Info Mart: sqlite:///PATH or postgresql://USER@HOST/NAME.")
    ] = None,
    connection: Annotated[str | None, typer.Option(help="A saved connection instead of a URL.")] = None,
    profile: Annotated[Path | None, typer.Option(help="All that the program writes for this user goes there.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine output on standard output.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True)] = False,
) -> None:
    if connection is not None:
        raise BadValue(f"There is no saved connection named {connection!r}. Use --db URL.")
    session = Session(db=db, profile=profile, json=as_json, verbose=verbose, quiet=quiet)
    session.warn_of_password()
    logs.start(paths.profile(profile), level=logging.DEBUG if verbose else logging.INFO)
    call.obj = session
    if call.invoked_subcommand is None:
        raise upkeep.Opened(opening.OpenWindow(url=session.named_url, profile=profile))


app.command("jobs")(jobs.list_jobs)
app.command("run", context_settings={"ignore_unknown_options": False})(jobs.run_job)
app.command("stop")(jobs.stop_run)
app.command("show")(jobs.show_run)
app.command("log")(jobs.show_log)
app.command("status")(status.show_status)
app.command("init")(upkeep.initialize)
app.command("sample-idb")(upkeep.sample_idb)
app.command("demo")(upkeep.demo)
app.command("serve")(upkeep.serve)
app.command("gui")(upkeep.gui)
app.add_typer(options.app, name="options")
app.add_typer(sources.app, name="sources")


def global_options_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the global options before the command, so that they may be written after it too."""
    ahead: list[str] = []
    behind: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            behind += [word, *rest]
            break
        if word in _WITH_VALUE and rest:
            ahead += [word, rest.pop(0)]
        elif word in _FLAGS or word.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            ahead.append(word)
        else:
            behind.append(word)
            if word in _TAKES_VALUE and rest:
                behind.append(rest.pop(0))
    return ahead + behind


_TAKES_VALUE = frozenset({"--parameters", "--reason", "--role", "--idb", "--out", "--dir", "--screenshot", "--since"})
"""Options of commands whose value must not be mistaken for a global option."""


def run(arguments: Sequence[str]) -> opening.Opening:
    """Carry out a command line; says what to open, or the exit code. No traceback ever reaches a person."""
    try:
        code = app(global_options_first(arguments), standalone_mode=False, prog_name="gim-manager")
    except upkeep.Opened as opened:
        return opened.what
    except click.ClickException as wrong:
        wrong.show(sys.stderr)
        return Exit.USAGE
    except typer.Exit as ended:
        return Exit(ended.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except GimError as error:
        return _told(error)
    except BrokenPipeError:
        return _reader_gone()
    except Exception:  # noqa: BLE001  the edge: a bug becomes one line and a log file
        return _bug()
    return Exit(code) if isinstance(code, int) else Exit.DONE


def _told(error: GimError) -> Exit:
    sys.stderr.write(f"{error}\n")
    return error.exit_code


def _reader_gone() -> Exit:
    # `gim-manager jobs | head`: nothing is wrong, and the interpreter must not complain while it flushes at exit.
    sys.stdout = open("/dev/null" if sys.platform != "win32" else "NUL", "w", encoding="utf-8")  # noqa: SIM115
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

"""The installed program as a person or a script calls it: by subprocess, judged by its output and exit code."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.language import quick_python
from tests.language.quick_python import Process

PATIENCE_SECONDS = 120.0
"""How long a thing may take before the test gives up on it; nothing waits this long when all is well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one call printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The program on one Info Mart; everything it writes for its user goes to `profile`."""

    db: str
    profile: Path

    def environment(self) -> dict[str, str]:
        """The environment of a call: no display, and the database named where nobody else can read it."""
        gone = ("DISPLAY", "WAYLAND_DISPLAY")
        kept = {name: value for name, value in os.environ.items() if name not in gone}
        return {**kept, "GIM_MANAGER_DB": self.db, "PYTHONWARNINGS": "error", "QT_QPA_PLATFORM": "offscreen"}

    def command(self, *words: str) -> list[str]:
        """The words that start the program."""
        return [sys.executable, "-m", "gim_manager", "--profile", str(self.profile), *words]

    def call(self, *words: str, **environment: str) -> Answer:
        """One call, to its end."""
        program = self.command(*words)[1:]
        done = quick_python.run(*program, environment=self.environment() | environment, timeout=PATIENCE_SECONDS)
        return Answer(code=done.returncode, out=done.stdout, err=done.stderr)

    @contextmanager
    def begun(self, *words: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
        """A call that goes on while the block lasts, and is gone when it ends."""
        call = subprocess.Popen(
            self.command(*words), env=self.environment() | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        try:
            yield call
        finally:
            if call.poll() is None:
                call.kill()
            call.communicate()

    def refusal(self, code: int, *words: str, **environment: str) -> str:
        """What a call says that must end with `code`: one sentence, nothing on standard output, no traceback."""
        answer = self.call(*words, **environment)
        assert (answer.code, answer.out) == (code, ""), answer
        assert "Traceback" not in answer.err, answer.err
        lines = [line for line in answer.err.splitlines() if not line.startswith("The right words are shown by:")]
        assert len(lines) == 1, answer.err
        return lines[0]

    def json(self, *words: str, code: int = 0) -> Any:
        """The JSON document of a call that must end with `code`."""
        answer = self.call("--json", *words)
        assert answer.code == code, f"{words} ended with {answer.code}: {answer.err}{answer.out}"
        return answer.document

    def run(self, job: str, *words: str) -> Any:
        """A run of a job that must end Complete, as its JSON object."""
        return self.json("run", job, "--wait", *words)

    @contextmanager
    def serving(self) -> Iterator[Process]:
        """A server on this Info Mart, alive when the block begins and gone when it ends."""
        server = quick_python.begin(*self.command("serve")[1:], environment=self.environment())
        try:
            until(lambda: self.json("status")["server"]["id"] is not None, "a server that is heard of")
            yield server
        finally:
            _end(server)


def _end(server: Process) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
    try:
        server.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.communicate()
        raise


def until(holds: Callable[[], object], what: str) -> None:
    """Asks again and again until the condition holds; fails by name when patience ends."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < limit, f"waited in vain for {what}"
        time.sleep(0.1)

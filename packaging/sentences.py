"""The sentences that the floors below the presenters make, as templates, found in the source (docs/decisions/0024)."""

import ast
import re
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

FLOORS = ("domain", "host", "store", "jobs", "engine", "usecases")
UNSEEN = (
    "domain/notice.py", "domain/scenario.py", "host/logs.py", "jobs/script.py", "store/audit.py", "store/sessions.py",
)  # fmt: skip
"""Modules whose texts reach no window: messages of alarms, lines of logs, what only the command line says."""
MOST = 12
"""A sentence with more wordings than this keeps holes in their place."""
_WORDS = re.compile(r"[a-z]{2,}[^{}]* [^{}]*[a-z]{2,}|[a-z]{2,}\.$|[A-Z]?[a-z]{2,}:? .*\{\w+\}|\{\w+\}.* [a-z]{2,}")
_WORD = re.compile(r"(?!true|false|public|unknown)[A-Z]?[a-z]{2,}")
_NO_SENTENCE = re.compile(
    r"SELECT|PRAGMA|INSERT|DELETE |UPDATE |ANALYZE|CREATE |GRANT|COALESCE|coalesce\(|EXISTS|SET (LOCAL|lock|statement)|"
    r"SHOW |pg_|sqlite:|\.sql|%[A-Za-z]|\|\(|\\d|charset=|^\n|w w w|ifnull|replace\(|^ AND |:cutoff| :mark|audit_key|"
    r"start_date_time_key|= n\.| = 2|CAST\(|start_ts|levelname|"
    r"^weeks \{|^[A-Z]:/|^<\{"
)
_LOGGERS = {"_LOG", "LOG", "log", "logger"}
_TESTED = {"startswith", "endswith", "removeprefix", "removesuffix", "get_raw", "text", "flag", "getLogger", "compile"}


ALONE = (
    "{names} and {last}", "from {begun} to {ended}", "ETL cycle", "export", "statistics",
    "immediately", "exports", "scheduler", "default", "nothing", "never", "minute", "hour", "section", "option",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
"""What fills a hole by itself and is not seen to be a text or one of a choice."""


def sentences(package: Path) -> list[str]:
    """Every template, sorted: whole sentences, and the parts that fill the holes of others."""
    found = set(ALONE)
    for floor in FLOORS:
        for file in sorted((package / floor).rglob("*.py")):
            if file.relative_to(package).as_posix() in UNSEEN:
                continue
            found.update(_of_module(ast.parse(file.read_text(encoding="utf-8"))))
    return sorted(found)


def _of_module(module: ast.Module) -> Iterator[str]:
    left_out = _docstrings(module) | _technical(module)
    inside = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    yield from _single_words(module)
    for scope, node in _walk(module, {}):
        if id(node) in left_out or id(node) in inside:
            continue
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            for template in islice(_wordings(node, scope), MOST + 1):
                if _WORDS.search(template) and not _NO_SENTENCE.search(template):
                    yield template.strip()


def _single_words(module: ast.Module) -> Iterator[str]:
    """One word of a choice between some, and the unit of an option."""
    for node in ast.walk(module):
        words: list[ast.expr] = []
        if isinstance(node, ast.IfExp):
            words = [node.body, node.orelse]
        elif isinstance(node, ast.keyword) and node.arg == "unit":
            words = [node.value]
        for word in words:
            if isinstance(word, ast.Constant) and isinstance(word.value, str) and _WORD.fullmatch(word.value):
                yield word.value


def _walk(node: ast.AST, scope: dict[str, ast.expr]) -> Iterator[tuple[dict[str, ast.expr], ast.AST]]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        scope = _assigned(node)
    yield scope, node
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, scope)


def _assigned(function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, ast.expr]:
    """The names that are given one value in the function, a text or the choice between some."""
    values: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=False))
            for name, given in pairs:
                if isinstance(name, ast.Name):
                    values.setdefault(name.id, []).append(given)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            values.setdefault(node.target.id, []).append(node.value)
    return {name: given[0] for name, given in values.items() if len(given) == 1 and isinstance(given[0], ast.IfExp)}


def _docstrings(module: ast.Module) -> set[int]:
    return {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}


def _technical(module: ast.Module) -> set[int]:
    """What is written for a log, compared, or looked up."""
    found: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            base = node.func.value
            logs = isinstance(base, ast.Name) and base.id in _LOGGERS
            if logs or node.func.attr in _TESTED:
                found.update(id(part) for part in ast.walk(node))
        if isinstance(node, ast.Compare):
            found.update(id(part) for part in ast.walk(node))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = node.exc.func.id if isinstance(node.exc.func, ast.Name) else ""
            if name in ("ValueError", "TypeError", "AssertionError", "KeyError", "RuntimeError"):
                found.update(id(part) for part in ast.walk(node))
    return found


def _wordings(node: ast.expr, scope: dict[str, ast.expr]) -> Iterator[str]:
    """The templates of a text: each choice between constants is a wording of its own."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
        return
    assert isinstance(node, ast.JoinedStr)
    choices = [_choices(part, scope) for part in node.values]
    few = 1
    for options in choices:
        few *= len(options)
    if few > MOST:
        choices = [_choices(part, {}) for part in node.values]
    for pieces in product(*choices):
        yield _numbered("".join(pieces))


def _choices(part: ast.expr, scope: dict[str, ast.expr]) -> list[str]:
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)
    value = part.value
    if isinstance(value, ast.Name) and value.id in scope:
        value = scope[value.id]
    if plural := _plural(value):
        return ["", plural]
    told = _branches(value)
    return told or [f"{{{_name(part.value)}}}"]


def _plural(value: ast.expr) -> str:
    """The `s` of `'s' * (number != 1)`."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult) and isinstance(value.left, ast.Constant):
        return str(value.left.value)
    return ""


def _branches(value: ast.expr) -> list[str]:
    if isinstance(value, ast.IfExp):
        either = [_branches(value.body), _branches(value.orelse)]
        return [*either[0], *either[1]] if all(either) else []
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.JoinedStr):
        pieces = [_choices(part, {}) for part in value.values]
        return ["".join(each) for each in product(*pieces)]
    return []


def _name(value: ast.expr) -> str:
    """What stands in a hole, by its last name."""
    if isinstance(value, ast.Name):
        return value.id.strip("_").lower()
    if isinstance(value, ast.Attribute):
        return _name(value.value) if value.attr == "value" else value.attr.strip("_").lower()
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Attribute) and value.func.attr in ("join", "strip", "upper", "rstrip", "local"):
            return _name(value.args[0]) if value.args else _name(value.func.value)
        return _name(value.args[0]) if value.args and not isinstance(value.args[0], ast.Starred) else _name(value.func)
    if isinstance(value, ast.Subscript):
        return _name(value.value)
    if isinstance(value, ast.BoolOp):
        return _name(value.values[0])
    if isinstance(value, ast.BinOp):
        return _name(value.left)
    return "part"


def _numbered(template: str) -> str:
    """The same with no name twice: {at}, {at2}."""
    seen: dict[str, int] = {}

    def other(field: re.Match[str]) -> str:
        seen[field[1]] = seen.get(field[1], 0) + 1
        return f"{{{field[1]}{seen[field[1]] if seen[field[1]] > 1 else ''}}}"

    return re.sub(r"\{(\w+)\}", other, template)

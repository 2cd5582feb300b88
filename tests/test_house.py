"""The house rules, held against the syntax of every file: one clock, quiet halves, plain units of work, no pickles."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "scheduler", "storage")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
CLOCK = ROOT / "scheduler" / "clock.py"
Function = ast.FunctionDef | ast.AsyncFunctionDef

PRESENT_MOMENTS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
}
PICKLING = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
PICKLED = {"SQLAlchemyJobStore", "RedisJobStore", "PicklePersistence", "PickleType"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def place(path: Path, node: ast.AST) -> str:
    """Where it stands, for whoever has to mend it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def reads_of_time(module: ast.Module) -> Iterator[ast.AST]:
    """Every place that asks what time it is."""
    for node in ast.walk(module):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                if (owner, name) in PRESENT_MOMENTS:
                    yield node
            case ast.ImportFrom(module="time", names=names):
                if any(("time", alias.name) in PRESENT_MOMENTS for alias in names):
                    yield node


def functions(module: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(module) if isinstance(node, Function))


def takes_a_session(function: Function) -> bool:
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return any(isinstance(a.annotation, ast.Name) and a.annotation.id == "Session" for a in arguments)


def waits(module: ast.AST) -> Iterator[ast.AST]:
    """Every place that may give the floor to somebody else."""
    kinds = ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith
    return (node for node in ast.walk(module) if isinstance(node, kinds))


def imported(module: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""


def names(module: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield node, name


def contracts() -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    return found


def quiet_files() -> list[Path]:
    """The files of the modules that know no Telegram, SQL, timer or network."""
    (modules,) = (contract["source_modules"] for contract in contracts() if contract["type"] == "forbidden")
    assert isinstance(modules, list)
    bases = [ROOT.joinpath(*module.split(".")) for module in modules]
    found = [
        path for base in bases for path in ([base.with_suffix(".py")] if not base.is_dir() else base.rglob("*.py"))
    ]
    return sorted(found)


def test_there_are_files_to_look_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(ROOMS)
    assert len(quiet_files()) > len(ROOMS)
    assert all(path.exists() for path in quiet_files())


# That these rules can be broken, and how that looks


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (reads_of_time, "import datetime\ndatetime.datetime.now(datetime.UTC)"),
        (reads_of_time, "from datetime import datetime, UTC\nread = datetime.now"),
        (reads_of_time, "from datetime import date\ndate.today()"),
        (reads_of_time, "import time\ntime.time()"),
        (reads_of_time, "from time import time as t"),
        (waits, "async def f(): ..."),
        (waits, "async def f():\n    async with g(): ..."),
    ],
)
def test_a_broken_rule_is_found(find: Callable[[ast.Module], Iterator[ast.AST]], source: str) -> None:
    assert list(find(ast.parse(source))) != []


# The rules


def test_the_clock_is_read_in_one_place() -> None:
    found = [place(path, node) for path in FILES if path != CLOCK for node in reads_of_time(tree(path))]

    assert found == []
    assert list(reads_of_time(tree(CLOCK))) != []


def test_nothing_can_be_awaited_inside_a_transaction() -> None:
    units = [(path, node) for path in FILES for node in functions(tree(path)) if takes_a_session(node)]

    assert len(units) > 20
    assert [place(path, node) for path, node in units if isinstance(node, ast.AsyncFunctionDef)] == []
    assert [place(path, inner) for path, node in units for inner in waits(node)] == []


def test_quiet_modules_never_wait() -> None:
    assert [place(path, node) for path in quiet_files() for node in waits(tree(path))] == []


def test_nothing_is_pickled() -> None:
    modules = [
        place(path, node) for path in FILES for node, name in imported(tree(path)) if name.split(".")[0] in PICKLING
    ]
    kinds = [place(path, node) for path in FILES for node, name in names(tree(path)) if name in PICKLED]

    assert modules + kinds == []


def test_the_lock_files_name_no_address() -> None:
    locks = sorted(ROOT.glob("*.lock"))

    assert [lock.name for lock in locks] == ["requirements-dev.lock", "requirements.lock"]
    assert [lock.name for lock in locks if "://" in lock.read_text()] == []


def test_every_package_of_the_lock_files_is_held_to_its_hash() -> None:
    for lock in ROOT.glob("*.lock"):
        pins = [line for line in lock.read_text().splitlines() if line and not line.startswith((" ", "#"))]
        assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [path for path in FILES if path.read_text().strip() and ast.get_docstring(tree(path)) is None]

    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stdout
    assert "Contracts: 2 kept, 0 broken." in checked.stdout

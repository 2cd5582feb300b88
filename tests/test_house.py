"""The house rules, held against the syntax of every file: one clock, quiet halves, plain units of work, no pickles,
imports that go one way and are to be seen, short files and functions."""

from __future__ import annotations

import ast
import graphlib
import os
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "scheduler", "storage")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MEASURED = [path for path in FILES if "migrations" not in path.parts]
"""A migration is never touched again, however long it is."""
LONGEST_FILE = 250
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
BETWEEN_OURSELVES = ROOT / "bot" / "deputy" / "wire.py"
"""The one place where a pickle is made: it goes to a process of our own, and is never kept."""
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


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def targets(node: ast.AST, module: str) -> Iterator[str]:
    """What an import statement that stands in `module` names: a module, or something in one."""
    match node:
        case ast.Import(names=found):
            yield from (alias.name for alias in found)
        case ast.ImportFrom(module=name, names=found, level=level):
            above = module.split(".")[:-level] if level else []
            yield from (".".join((*above, *([name] if name else []), alias.name)) for alias in found)


def importable(module: ast.Module) -> ast.Module:
    """Without what is only done when the module itself is run."""
    runs = "__name__ == '__main__'"
    return ast.Module([n for n in module.body if not (isinstance(n, ast.If) and ast.unparse(n.test) == runs)], [])


def import_graph(modules: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Each module, with those of `modules` that it imports anywhere."""
    graph: dict[str, set[str]] = {name: set() for name in modules}
    for name, module in modules.items():
        named = {target for node in ast.walk(importable(module)) for target in targets(node, name)}
        graph[name] = {target if target in modules else target.rpartition(".")[0] for target in named} & modules.keys()
    return graph


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Modules that import each other in a circle, if there are any."""
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def hidden_imports(module: ast.Module) -> Iterator[ast.AST]:
    """Imports of our own that do not stand openly at the head of a file."""
    hiding = [node for node in ast.walk(module) if isinstance(node, Function | ast.Lambda) or is_for_types(node)]
    for node in (node for inside in hiding for node in ast.walk(inside)):
        match node:
            case ast.Import() | ast.ImportFrom():
                if any(is_ours(target) for target in targets(node, "bot.somewhere")):
                    yield node
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(target)), *_]
            ):
                if name in ("import_module", "__import__") and is_ours(target):
                    yield node


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def is_ours(target: str) -> bool:
    return target.partition(".")[0] in ROOMS


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(module: ast.Module) -> Iterator[int]:
    return ((function.end_lineno or 0) - function.lineno + 1 for function in functions(module))


def are_short(lengths: list[int]) -> bool:
    """Half of them, and nine in ten."""
    return statistics.median(lengths) <= 7 and sum(lines <= 30 for lines in lengths) >= 0.9 * len(lengths)


def test_there_are_files_to_look_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} == set(ROOMS)
    assert len(quiet_files()) > len(ROOMS)
    assert all(path.exists() for path in quiet_files())
    assert {path.relative_to(ROOT).parts[0] for path in MEASURED} == set(ROOMS)


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
        (hidden_imports, "def f():\n    from bot.words import say"),
        (hidden_imports, "async def f():\n    if g():\n        import storage.known"),
        (hidden_imports, "def f():\n    from . import known"),
        (hidden_imports, "class A:\n    def f(self):\n        return importlib.import_module('scheduler.clock')"),
        (hidden_imports, "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.turn import Turn"),
        (hidden_imports, "import typing as t\nif t.TYPE_CHECKING:\n    import bot.turn"),
    ],
)
def test_a_broken_rule_is_found(find: Callable[[ast.Module], Iterator[ast.AST]], source: str) -> None:
    assert list(find(ast.parse(source))) != []


@pytest.mark.parametrize("source", ["from bot.words import say", "def f():\n    import csv\n    from boto import bot"])
def test_what_stands_openly_or_is_not_ours_is_no_hidden_import(source: str) -> None:
    assert list(hidden_imports(ast.parse(source))) == []


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"bot.a": "import bot.b", "bot.b": "from bot.a import f"}, {"bot.a", "bot.b"}),
        ({"bot.a": "from bot import b", "bot.b": "def f():\n    from bot import c", "bot.c": "from . import a"}, None),
        ({"bot": "from bot.a import f", "bot.a": "from bot import f"}, {"bot", "bot.a"}),
        ({"bot": "from bot.a import f", "bot.a": "from bot.b import f", "bot.b": "import csv"}, set()),
        ({"bot": "", "bot.a": "from bot import b", "bot.b": "import bot"}, set()),
        ({"bot.a": "import bot.b", "bot.b": "if __name__ == '__main__':\n    import bot.a"}, set()),
    ],
)
def test_a_circle_of_imports_is_found(sources: dict[str, str], found: set[str] | None) -> None:
    graph = import_graph({name: ast.parse(source) for name, source in sources.items()})

    assert set(circle(graph)) == (set(sources) if found is None else found)


def test_long_functions_are_found() -> None:
    long = list(function_lengths(ast.parse("def f():\n" + "    g()\n" * 40)))

    assert long == [41]
    assert not are_short([8, 8, 9])
    assert not are_short([1] * 80 + long * 20)
    assert are_short([7] * 90 + long * 10)


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
    files = [path for path in FILES if path != BETWEEN_OURSELVES]
    modules = [
        place(path, node) for path in files for node, name in imported(tree(path)) if name.split(".")[0] in PICKLING
    ]
    kinds = [place(path, node) for path in FILES for node, name in names(tree(path)) if name in PICKLED]

    assert modules + kinds == []


def test_the_lock_files_name_no_address() -> None:
    locks = sorted(ROOT.glob("*.lock"))

    names = [lock.stem.removeprefix("requirements") for lock in locks]
    assert names == ["-axe", "-dev", "-heads", ""]
    assert [lock.name for lock in locks if "://" in lock.read_text()] == []


def test_every_package_of_the_lock_files_is_held_to_its_hash() -> None:
    for lock in ROOT.glob("*.lock"):
        pins = [line for line in lock.read_text().splitlines() if line and not line.startswith((" ", "#"))]
        assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [path for path in FILES if path.read_text().strip() and ast.get_docstring(tree(path)) is None]

    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_imports_go_one_way() -> None:
    checked = lint_imports(ROOT)

    assert checked.returncode == 0, checked.stdout
    assert f"Contracts: {len(contracts())} kept, 0 broken." in checked.stdout


def test_a_room_that_reaches_for_one_above_it_is_found(tmp_path: Path) -> None:
    for path in (*FILES, ROOT / "pyproject.toml"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    with (tmp_path / "bot" / "hear" / "act.py").open("a") as file:
        file.write("from bot.say import rendering\n")

    checked = lint_imports(tmp_path)

    assert checked.returncode == 1, checked.stdout
    assert "1 broken" in checked.stdout
    assert "bot.hear.act -> bot.say.rendering" in checked.stdout


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    everywhere = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [linter, "--no-cache"], cwd=folder, env=everywhere, capture_output=True, text=True, check=False
    )


def test_no_module_imports_in_a_circle() -> None:
    assert circle(import_graph({module_of(path): tree(path) for path in FILES})) == []


def test_nothing_of_our_own_is_imported_late_or_for_types_alone() -> None:
    found = [place(path, node) for path in FILES if path.name != "__main__.py" for node in hidden_imports(tree(path))]

    assert found == []


def test_files_are_short() -> None:
    assert [f"{path.relative_to(ROOT)}: {n}" for path in MEASURED if (n := length(path)) > LONGEST_FILE] == []


def test_functions_are_short() -> None:
    lengths = [lines for path in MEASURED for lines in function_lengths(tree(path))]

    assert len(lengths) > 1000
    assert are_short(lengths), (statistics.median(lengths), statistics.quantiles(lengths, n=10)[-1])

"""Setting up: one line says what is missing, and whatever was left half made is mended by the next call."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.whole import BEHIND, BROKEN, WHOLE, home, standing, wanted

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROGRESS = "  10 of 2 packages\n"
SETTING_UP = "Setting up .venv (once, about a minute) ...\n" + PROGRESS
UP_TO_DATE = "Bringing .venv up to date ...\n" + PROGRESS

# Stands for python3, also within the .venv that it makes: that one is as `state` in it says, until all is installed.
PYTHON = f"""#!/bin/sh
echo "$*" >>calls
case "$*" in
    *version_info*) echo 3.11.7 ;;
    *fcntl*) exec '{sys.executable}' "$@" ;;
    '-m venv --clear .venv')
        rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo {BEHIND} >.venv/state ;;
    *whole.py*) exit "$(cat .venv/state)" ;;
    *'-r requirements'*) seq -f 'Collecting p%.0f==1' 12
        if [ -e offline ]; then echo 'ERROR: no network' && exit 1; fi ;;
    *'-e .') echo {WHOLE} >.venv/state ;;
    *' check') if [ -e .venv/leftover ]; then echo 'old 1.0 requires less' && exit 1; fi ;;
esac
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A fresh copy of what setting up needs, with a Python that only notes what it is asked for."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for lock in LOCKS:
        (tmp_path / lock).write_text("a==1\nb==1\n")
    program(tmp_path / "python", PYTHON)
    return tmp_path


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def set_up(tree: Path, *command: str, python: Path | str = "./python") -> subprocess.CompletedProcess[str]:
    (tree / "calls").unlink(missing_ok=True)
    return subprocess.run(
        command or ("sh", "tools/setup", "dev"),
        cwd=tree,
        env={"PATH": os.environ["PATH"], "PYTHON": str(python)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def half_made(tree: Path, state: int) -> Path:
    venv = tree / ".venv"
    program(venv / "bin" / "python", PYTHON)
    (venv / "state").write_text(f"{state}\n")
    return venv


def made_anew(tree: Path) -> bool:
    return "-m venv --clear .venv" in (tree / "calls").read_text().splitlines()


# What is missing


@pytest.mark.parametrize("answer", ["3.10.12", "2.7.18", "3.9.0", "Python 3.10.12"])
def test_an_older_python_gets_one_line(tree: Path, answer: str) -> None:
    old = program(tree / "old", f"#!/bin/sh\necho '{answer}'\n")

    done = set_up(tree, python=old)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Afterword needs Python 3.11 or newer, and {old} is {answer.rsplit(maxsplit=1)[-1]}: "
        "install one, or say where one is: PYTHON=/path/to/python3\n"
    )
    assert not (tree / ".venv").exists()


def test_a_python_that_is_not_there_gets_one_line(tree: Path) -> None:
    done = set_up(tree, python="python3.0")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Afterword needs Python 3.11 or newer, and there is no python3.0: ")
    assert done.stderr.count("\n") == 1


def test_a_python_that_does_not_start_gets_one_line(tree: Path) -> None:
    done = set_up(tree, python=program(tree / "shim", "#!/bin/sh\necho 'no such version' >&2\nexit 127\n"))

    assert (done.returncode, done.stdout) == (2, "")
    assert "shim does not start: " in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_gets_the_name_of_the_package(tree: Path, module: str) -> None:
    lacking = PYTHON.replace("case", f"[ \"$*\" = '-c import {module}' ] && exit 1\ncase", 1)

    done = set_up(tree, python=program(tree / "debian", lacking))

    assert (done.returncode, done.stdout) == (2, "")
    assert f"lacks the module {module}: install the package python3-venv (or python3.11-venv)\n" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")
@pytest.mark.parametrize("target", ["run", "test", "check"])
def test_make_stops_there(tree: Path, target: str) -> None:
    done = set_up(tree, "make", target, python=program(tree / "old", "#!/bin/sh\necho 3.10.12\n"))

    assert (done.returncode, done.stdout) == (2, "")
    assert [line for line in done.stderr.splitlines() if not line.startswith("make")] == [done.stderr.splitlines()[0]]


# What is done


def test_a_fresh_tree_is_set_up_once(tree: Path) -> None:
    first = set_up(tree)

    assert (first.returncode, first.stdout, first.stderr) == (0, SETTING_UP, "")
    installs = [call for call in (tree / "calls").read_text().splitlines() if "pip" in call and "import" not in call]
    assert [call.split("--no-input ")[1] for call in installs] == [
        "install --no-color --progress-bar off --no-deps --require-hashes -r requirements-dev.lock",
        "install --quiet --no-deps --no-build-isolation -e .",
        "check",
    ]

    again = set_up(tree, python="python3.0")  # what is whole needs no other Python

    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_the_bot_alone_needs_no_tools_of_the_tests(tree: Path) -> None:
    assert set_up(tree, "sh", "tools/setup").returncode == 0
    assert "requirements-dev.lock" not in (tree / "calls").read_text()


def without_python(tree: Path) -> None:
    (half_made(tree, WHOLE) / "bin" / "python").unlink()


def whose_python_is_gone(tree: Path) -> None:
    without_python(tree)
    (tree / ".venv" / "bin" / "python").symlink_to(tree / "gone")


def that_is_broken(tree: Path) -> None:
    half_made(tree, BROKEN)


def that_is_empty(tree: Path) -> None:
    (tree / ".venv").mkdir()


def that_is_a_file(tree: Path) -> None:
    (tree / ".venv").touch()


def that_leads_nowhere(tree: Path) -> None:
    (tree / ".venv").symlink_to(tree / "gone")


@pytest.mark.parametrize(
    "leave", [without_python, whose_python_is_gone, that_is_broken, that_is_empty, that_is_a_file, that_leads_nowhere]
)
def test_a_venv_is_made_anew(tree: Path, leave: Callable[[Path], None]) -> None:
    leave(tree)

    done = set_up(tree)

    assert (done.returncode, done.stdout, done.stderr) == (0, SETTING_UP, "")
    assert made_anew(tree)


def test_a_venv_that_lacks_something_is_brought_up_to_date(tree: Path) -> None:
    half_made(tree, BEHIND)

    done = set_up(tree)

    assert (done.returncode, done.stdout, done.stderr) == (0, UP_TO_DATE, "")
    assert not made_anew(tree)


def test_a_venv_in_which_something_old_is_in_the_way_is_made_anew(tree: Path) -> None:
    (half_made(tree, BEHIND) / "leftover").touch()

    done = set_up(tree)

    assert (done.returncode, done.stdout, done.stderr) == (0, UP_TO_DATE + SETTING_UP, "")


def test_without_a_network_it_goes_on_from_there_next_time(tree: Path) -> None:
    (tree / "offline").touch()

    failed = set_up(tree)

    assert (failed.returncode, failed.stdout) == (1, SETTING_UP)
    assert failed.stderr.startswith("The packages could not be installed; call again to go on from here.")
    assert failed.stderr.endswith("\nERROR: no network\n")

    (tree / "offline").unlink()

    assert set_up(tree).stdout == UP_TO_DATE


def test_an_activated_venv_is_mended_by_the_python_behind_it(tree: Path) -> None:
    that_is_broken(tree)
    program(tree / ".venv" / "bin" / "python3", "#!/bin/sh\necho 3.10.12\n")
    program(tree / "behind" / "python3", PYTHON)

    path = f"{tree}/.venv/bin:{tree}/behind:{os.environ['PATH']}"
    done = set_up(tree, "env", f"PATH={path}", "sh", "tools/setup", python="python3")

    assert (done.returncode, done.stdout, done.stderr) == (0, SETTING_UP, "")


def test_two_calls_take_turns(tree: Path) -> None:
    with (tree / "tools" / "setup").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = subprocess.Popen(
            ["sh", "tools/setup"], cwd=tree, env=os.environ | {"PYTHON": "./python"}, stdout=subprocess.PIPE, text=True
        )
        assert second.stdout is not None
        assert second.stdout.readline() == "Waiting for another set-up of .venv ...\n"
        half_made(tree, WHOLE)  # the other one is ready

    assert second.communicate(timeout=30)[0] == ""
    assert second.returncode == 0
    assert not made_anew(tree)


# When a .venv is whole


def package(site: Path, name: str, version: str) -> Path:
    """A package as pip leaves it: its record is written last."""
    module, told = site / name / "__init__.py", site / f"{name}-{version}.dist-info"
    for path, text in ((module, "x = 1\n"), (told / "METADATA", f"Name: {name}\nVersion: {version}\n")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    rows = [f"{name}/__init__.py,sha256=x,6", f"{name}/__pycache__/__init__.cpython-311.pyc,,"]
    (told / "RECORD").write_text("\n".join([*rows, f"{told.name}/METADATA,sha256=x,20", f"{told.name}/RECORD,,"]))
    return told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    package(tmp_path, "pip", "23.2.1")
    package(tmp_path, "zope_x", "2024.07.04")
    return tmp_path


NEEDS = 'zope-x==2024.7.4 \\\n    --hash=sha256:00\n    # via y\nelsewhere==1 ; sys_platform == "never" \\\n'


def test_a_whole_one_is_left_alone(site: Path) -> None:
    assert standing(site, wanted(NEEDS)) == WHOLE

    (site / "zope_x" / "__init__.py").write_text("x = 1  # somebody looks for a mistake\n")

    assert standing(site, wanted(NEEDS)) == WHOLE


@pytest.mark.parametrize("lock", ["other==1 \\\n", "zope-x==2025.1 \\\n"])
def test_one_that_lacks_something_is_behind(site: Path, lock: str) -> None:
    assert standing(site, wanted(NEEDS + lock)) == BEHIND


@pytest.mark.parametrize("gone", ["pip", "pip-23.2.1.dist-info", "zope_x", "zope_x-2024.07.04.dist-info/RECORD"])
def test_one_with_half_a_package_is_broken(site: Path, gone: str) -> None:
    path = site / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    assert standing(site, wanted(NEEDS)) == BROKEN


def test_one_with_an_emptied_file_is_broken(site: Path) -> None:
    (site / "zope_x" / "__init__.py").write_text("")

    assert standing(site, wanted(NEEDS)) == BROKEN


def test_one_that_was_moved_is_known_by_its_home(site: Path) -> None:
    assert home(site) is None

    (package(site, "afterword", "0.1.0") / "direct_url.json").write_text('{"url": "file:///former%20place"}')

    assert home(site) == Path("/former place")


def test_the_lock_of_the_bot_is_part_of_the_lock_of_the_tests() -> None:
    bot, tests = ({str(need) for need in wanted((ROOT / lock).read_text())} for lock in LOCKS)

    assert bot < tests

"""Every command that a newcomer types first works: with each Python that is promised, and on each system."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.support.building import PROJECT
from tests.support.zensical import zensical_python

PROMISED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
README = (PROJECT / "README.md").read_text("utf-8")
ASK = (
    "import sys, importlib.metadata as m; [print(n, m.metadata(n)['Requires-Python']) for n in sys.argv[1:]]"
)


def pinned(constraints: str) -> list[str]:
    lines = (PROJECT / constraints).read_text("utf-8").splitlines()
    return [Requirement(line).name for line in lines]


def oldest_promised() -> str:
    """Return the oldest version that is promised: ``3.11`` is ``3.11.0``."""
    promise = SpecifierSet(PROMISED["project"]["requires-python"])
    (only,) = promise
    assert only.operator == ">="
    return f"{only.version}.0"


def refusing(requirements: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return what refuses the oldest Python that is promised."""
    return [
        f"{name} requires Python {asked}"
        for name, asked in requirements
        if asked and not SpecifierSet(asked).contains(oldest_promised())
    ]


def test_a_package_that_needs_a_later_python_is_found() -> None:
    assert refusing([("pymdown-extensions", ">=3.11.5"), ("click", ">=3.10"), ("six", None)]) == [
        "pymdown-extensions requires Python >=3.11.5"
    ]


def test_every_pinned_package_installs_with_the_oldest_python_that_is_promised() -> None:
    assert not refusing((name, metadata(name)["Requires-Python"]) for name in pinned("constraints.txt"))


@pytest.mark.full
def test_so_does_every_package_of_the_second_engine() -> None:
    command: list[str | Path] = [zensical_python(), "-c", ASK, *pinned("constraints-zensical.txt")]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
    asked = [(line.partition(" ")[0], line.partition(" ")[2]) for line in said]
    assert len(asked) == len(pinned("constraints-zensical.txt"))
    assert not refusing((name, version if version != "None" else None) for name, version in asked)


def test_what_builds_the_package_is_pinned_too() -> None:
    assert PROMISED["build-system"]["requires"]
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", name) for name in PROMISED["build-system"]["requires"])


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.+?)^```$", README, re.M | re.S)


def test_the_commands_for_windows_work_in_powershell_5_1_and_in_the_command_prompt() -> None:
    """Neither joins commands as a shell does, and a single quote quotes nothing in the command prompt."""
    on_windows, on_unix = blocks("bat"), blocks("sh")
    assert len(on_windows) == len(on_unix) == 2
    for block, line in zip(on_windows, on_unix, strict=True):
        assert not re.search(r"&|;|'|/|^\s|\bpython3\b", block, re.M)
        same = block.replace("\\Scripts\\", "/bin/").replace("py -m", "python3 -m").replace('"', "'")
        assert same.splitlines() == line.strip().split(" && ")


def test_one_line_says_what_debian_and_ubuntu_need() -> None:
    assert len(re.findall("python3-venv", README)) == 1


def test_every_strict_build_is_strict() -> None:
    """MkDocs counts a warning only where it shows it."""
    files = [*(PROJECT / ".ci").iterdir(), *PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]
    commands = [line for file in files for line in file.read_text("utf-8").splitlines() if "--strict" in line]
    assert commands
    assert not [line for line in commands if re.search(r"mkdocs\W* build.* (--quiet|-q)\b", line)]


def fake_python(folder: Path, minor: int) -> None:
    """Write a program that says it is Python 3.minor, and goes no further than its version."""
    name = folder / f"python3.{minor}"
    say = f"import sys; sys.version_info = (3, {minor}, 0); sys.executable = '{name}'; code = sys.argv.pop(1)"
    script = f'#!/bin/sh\ncase $1 in\n-c) shift; exec "{sys.executable}" -c "{say}; exec(code)" "$@";;\n'
    name.write_text(f"{script}--version) echo this is {minor};;\n*) exit 7;;\nesac\n", "utf-8")
    name.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="the machine's own commands are for Unix")
def test_the_machine_builds_with_the_oldest_python_that_is_promised(tmp_path: Path) -> None:
    for minor in (9, 13, int(oldest_promised().split(".")[1]), 12):
        fake_python(tmp_path, minor)
    _link_tools(tmp_path / "tools")
    ran = subprocess.run(
        [PROJECT / ".ci/oldest", tmp_path / "site"],
        env={"PATH": f"{tmp_path}:{tmp_path}/tools"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (7, f"this is {oldest_promised().split('.')[1]}\n"), ran.stderr


def _link_tools(folder: Path) -> None:
    """Give the script what it runs, and no other Python of this machine."""
    folder.mkdir()
    for name in ("env", "bash", "dirname", "sed", "grep", "sort", "head", "mktemp", "rm", "sh"):
        found = next(path for path in (Path("/usr/bin", name), Path("/bin", name)) if path.exists())
        (folder / name).symlink_to(found)


def test_the_hooks_find_python_where_windows_has_it(tmp_path: Path) -> None:
    hooks = (PROJECT / ".pre-commit-config.yaml").read_text("utf-8")
    assert not re.search(r"entry: \.venv", hooks)
    (tmp_path / ".ci").mkdir()
    script = tmp_path / ".ci/python"
    script.write_bytes((PROJECT / ".ci/python").read_bytes())
    script.chmod(0o755)
    for folder in ("Scripts", "bin"):  # the second is found first
        python = tmp_path / ".venv" / folder / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\necho {folder} "$@"\n', "utf-8")
        python.chmod(0o755)
        ran = subprocess.run([script, "-m", "it"], capture_output=True, encoding="utf-8", check=False)
        assert ran.stdout == f"{folder} -m it\n", ran.stderr

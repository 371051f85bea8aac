"""The second engine, in an environment without MkDocs: it needs a pathspec that MkDocs 1.6 warns about."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.building import ENVIRONMENT, PROJECT, Build
from tests.support.terminal import TERMINAL

CONSTRAINTS = PROJECT / "constraints-zensical.txt"
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
# What builds leave in a project, and much that no build reads.
NOT_COPIED = {"site", "build", "tests", "benchmarks", ".git", ".venv", ".venv-zensical", ".cache"}


def build_with_zensical(project: Path, folder: Path) -> Build:
    """Run ``zensical build --strict``, whether or not it ends well, and ``macros.finish`` where it does.

    Args:
        project: the project. Zensical writes into it, so a copy is built.
        folder: where the site goes.
    """
    python = zensical_python()
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "project"
        shutil.copytree(project, copy, ignore=lambda at, _: NOT_COPIED if Path(at) == project else ())
        built = _run([python, "-m", "zensical", "build", "--strict"], copy)
        if built.returncode == 0:
            finished = _run([python, "-m", "macros.finish", "site"], copy)
            assert finished.returncode == 0, finished.stdout
            shutil.move(copy / "site", folder)
    return Build(project, folder, built.returncode, built.stdout)


def zensical_python() -> Path:
    """Return the Python of an environment made once for these constraints, in a cache folder of the user."""
    name = hashlib.sha256(CONSTRAINTS.read_bytes() + sys.version.encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / f"digital-questions-for-boards/environments/zensical-{name}"
    if not folder.is_dir():
        _make_environment(folder)
    return folder / PYTHON


def _make_environment(folder: Path) -> None:
    """Make it beside its place and move it there whole: another run may be making it as well."""
    TERMINAL.say(f"Installing the second engine for the tests, once, into {folder}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True) as name:
        new = Path(name) / "environment"
        made = _run([sys.executable, "-m", "venv", new], PROJECT)
        pip: list[str | Path] = [new / PYTHON, "-m", "pip", "install", "-q", "-c", CONSTRAINTS]
        ran = (
            _run([*pip, "zensical", "nhsuk-frontend-jinja", "segno"], PROJECT)
            if made.returncode == 0
            else made
        )
        if ran.returncode:
            pytest.fail(f"Zensical could not be installed from {CONSTRAINTS}:\n{ran.stdout}", pytrace=False)
        with contextlib.suppress(OSError):  # the run that was first has made the same
            new.rename(folder)


def _run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )

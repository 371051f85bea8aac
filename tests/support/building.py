"""Builds sites with the ordinary command, as a person would."""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
# Material's notice about MkDocs 2 is no warning about this site.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Build:
    """What a run of ``mkdocs build`` left behind."""

    project: Path
    folder: Path
    status: int
    output: str

    @property
    def pages(self) -> list[str]:
        """The built pages, as paths inside the site: ``index.html``, ``checklist/index.html``."""
        return [page for page in self._all() if not self._sends_on(page)]

    @property
    def moved(self) -> list[str]:
        """Pages at addresses that other pages had, which send a reader on."""
        return [page for page in self._all() if self._sends_on(page)]

    def _all(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def _sends_on(self, page: str) -> bool:
        return 'http-equiv="refresh"' in self.text(page)

    def text(self, page: str) -> str:
        return (self.folder / page).read_text("utf-8")


def build_site(project: Path, folder: Path, **environment: str) -> Build:
    """Run ``mkdocs build --strict`` in a project, whether or not it ends well."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    ran = subprocess.run(
        command,
        cwd=project,
        env=ENVIRONMENT | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Build(project, folder, ran.returncode, ran.stdout + ran.stderr)


def built(project: Path, folder: Path, build_with: Callable[[Path, Path], Build] = build_site) -> Build:
    build = build_with(project, folder)
    if build.status:
        pytest.fail(f"A strict build ended with {build.status}:\n{build.output}", pytrace=False)
    return build


def built_once(folder: Path, make: Callable[[Path], Build]) -> Build:
    """Build into a folder that several processes share: the first one there builds, the others wait.

    Where it could not be built, each tries, and says what was wrong.
    """
    done = folder / "build"
    with alone(folder):
        if not done.exists():
            done.write_bytes(pickle.dumps(make(Path(tempfile.mkdtemp(dir=folder)))))
    found: Build = pickle.loads(done.read_bytes())
    return found


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no process of the run does this in the folder."""
    folder.mkdir(exist_ok=True)
    lock = folder / "lock"
    while not _is_taken(lock):
        time.sleep(0.05)
    try:
        yield
    finally:
        lock.unlink()


def _is_taken(lock: Path) -> bool:
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True

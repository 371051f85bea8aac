"""A project to test with: the one in ``tests/unit/good/``, with a few changes."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.building import PROJECT

GOOD = PROJECT / "tests/unit/good"


def make_project(
    folder: Path,
    change: Mapping[str, Sequence[Sequence[Any]]] | None = None,
    write: Mapping[str, str] | None = None,
    remove: Sequence[str] = (),
) -> Path:
    r"""Copy the good project, change it, and return its configuration file.

    Args:
        folder: where to put it.
        change: for each file, lists of what to replace, what to put there, and how often (once).
        write: the text of whole files; ``\udce9`` stands for the single byte e9, which is not UTF-8.
        remove: files to take away.
    """
    project = folder / "project"
    shutil.copytree(GOOD, project)
    for name, edits in (change or {}).items():
        text = (project / name).read_text("utf-8")
        for old, new, *times in edits:
            assert old in text, f"{old!r} is not in {name}"
            text = text.replace(old, new * (times[0] if times else 1), 1)
        _write(project / name, text)
    for name, text in (write or {}).items():
        _write(project / name, text)
    for name in remove:
        (project / name).unlink()
    return project / "mkdocs.yml"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))

"""Two builds of the same commit are the same, byte by byte, whenever and wherever they are made."""

import shutil
from pathlib import Path

import pytest

from tests.support.building import PROJECT, build_site

pytestmark = pytest.mark.full

COMMITTED_AT = "1790000000"  # seconds since 1970, in September 2026
SOURCES = ("base.yml", "mkdocs.yml", "docs", "editions", "macros", "overrides")


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Copy the project, whose files are then of another time, and build it."""
    project = folder / "project"
    project.mkdir(parents=True)
    for name in SOURCES:
        if (PROJECT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT / name, project / name, ignore=ignored, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(PROJECT / name, project / name)
    build = build_site(project, folder / "site", SOURCE_DATE_EPOCH=COMMITTED_AT, **environment)
    assert build.status == 0, build.output
    files = (path for path in sorted(build.folder.rglob("*")) if path.is_file())
    return {path.relative_to(build.folder).as_posix(): path.read_bytes() for path in files}


def test_two_builds_of_one_commit_are_the_same(tmp_path: Path) -> None:
    one = built(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
    other = built(tmp_path / "another/place", PYTHONHASHSEED="2", TZ="Pacific/Kiritimati")
    assert one.keys() == other.keys()
    assert not [path for path, content in one.items() if other[path] != content]

"""A copy that fills in every setting and key of the reference builds, and passes what its workflow checks."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.pages import reference
from tests.support.building import PROJECT
from tests.support.filled_in import LOGOS, OWN, make_filled_in
from tests.support.guide import config_of, front_matter, read_guide
from tests.support.repositories import ENVIRONMENT, Repository

pytestmark = pytest.mark.full

DESCRIBED = (*reference.site(), *reference.guide(), *reference.page(), *reference.question())


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return make_filled_in(tmp_path_factory.mktemp("filled-in"))


def keys_of(value: Any, place: str = "") -> Iterator[str]:
    """Yield every key, with the keys it is under; items of a list have the list's."""
    for inside in value if isinstance(value, list) else ():
        yield from keys_of(inside, place)
    for name, inside in value.items() if isinstance(value, dict) else ():
        yield f"{place}{name}"
        yield from keys_of(inside, f"{place}{name}.")


def test_every_setting_and_key_of_the_reference_is_filled_in(copy: Repository) -> None:
    pages = (front_matter(page) for page in (copy.folder / "docs").rglob("*.md"))
    filled_in = {
        "INHERIT",
        *keys_of(config_of(copy.folder)),
        *(key for page in pages for key in keys_of(page)),
    }
    assert {entry.name for entry in DESCRIBED} <= filled_in


def test_it_differs_in_what_a_copy_may_differ(copy: Repository) -> None:
    ours, theirs = read_guide(PROJECT).questions, read_guide(copy.folder).questions
    assert {question.id for question in ours} - {question.id for question in theirs}
    assert [question.id for question in theirs][-1] == OWN
    texts = [statement.text for question in theirs for statement in question.statements]
    assert len(set(texts)) < len(texts)


def run(copy: Repository, *command: str | Path) -> str:
    """Return what a command says in the copy, which ends well."""
    ran = subprocess.run(
        command,
        cwd=copy.folder,
        env=ENVIRONMENT | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def checked() -> list[str]:
    """Return the files of tests that a copy's workflow runs."""
    return re.findall(r"tests/\S+", (PROJECT / ".ci/check").read_text("utf-8"))


def test_what_needs_no_browser_passes_in_it(copy: Repository) -> None:
    assert run(copy, sys.executable, "-m", "macros.check", "--repository", "example-trust/questions") == ""
    without = [name for name in checked() if "browser" not in name]
    run(copy, sys.executable, "-m", "pytest", "-n", "0", "-m", "not long", *without)


@pytest.mark.parametrize("logo", LOGOS)
def test_all_that_its_workflow_checks_passes_in_it(tmp_path: Path, logo: str) -> None:
    copy = make_filled_in(tmp_path, logo)
    run(copy, sys.executable, "-m", "pytest", "-n", "0", "-m", "not long", *checked())


def test_scripts_run_as_they_are_checked_out_on_windows(copy: Repository, tmp_path: Path) -> None:
    copy.git("clone", "--quiet", "--config", "core.autocrlf=true", str(copy.folder), str(tmp_path / "clone"))
    for script in (tmp_path / "clone/.ci").iterdir():
        assert b"\r" not in script.read_bytes(), script.name

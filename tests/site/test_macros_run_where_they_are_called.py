"""A page that calls something of ours has it run, wherever the page lies; on any other, braces are text."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.support.building import Build, build_site
from tests.support.parsing import one, parse, text_of
from tests.support.projects import make_fork, plain_question, write_question
from tests.support.zensical import build_with_zensical

TEXT = "# Text\n\nWe write {{ braces }}, {% tags %} and {#notes}.\n\nThe call is `{{ question_count() }}`.\n"
CALLING = "# Calling\n\nThere are {{ question_count() + 1 }} sheets.\n\n{{ print_button() }}\n"
PAGES = {"notes/text.md": TEXT, "notes/deep/über uns.md": CALLING}


def make_project(folder: Path) -> Path:
    """Write a fork with pages in folders that no page of ours is in, a question page among them."""
    project = make_fork(folder, [plain_question("river")])
    (project / "docs/notes/deep").mkdir(parents=True)
    for path, text in PAGES.items():
        front = yaml.safe_dump({"description": f"About {path}."}, allow_unicode=True)
        (project / "docs" / path).write_text(f"---\n{front}---\n\n{text}", "utf-8")
    page = write_question(project, plain_question("lake"))
    page.rename(project / "docs/notes/lake.md")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["nav"].append({"Notes": [*PAGES, "notes/lake.md"]})
    (project / "mkdocs.yml").write_text(
        yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), "utf-8"
    )
    return project


@pytest.fixture(
    scope="module",
    params=[build_site, pytest.param(build_with_zensical, marks=pytest.mark.full)],
    ids=["mkdocs", "zensical"],
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("calls")
    build_with: Callable[[Path, Path], Build] = request.param
    build = build_with(make_project(folder / "project"), folder / "site")
    assert build.status == 0, build.output
    return build


def shown(build: Build, page: str) -> str:
    return text_of(one(parse(build.folder / page / "index.html"), ".//main"))


def test_braces_are_text_on_a_page_that_calls_nothing(built: Build) -> None:
    text = shown(built, "notes/text")
    assert "We write {{ braces }}, {% tags %} and {#notes}." in text
    assert "The call is {{ question_count() }}." in text


def test_a_call_works_in_any_folder(built: Build) -> None:
    text = shown(built, "notes/deep/über uns")
    assert "There are 3 sheets." in text
    assert "Print this page" in text


def test_a_question_page_works_in_any_folder(built: Build) -> None:
    assert "We have looked at lake, part 1" in shown(built, "notes/lake")

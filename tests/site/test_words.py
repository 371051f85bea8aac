"""A copy's own words are on its pages, and none of ours is left where it has one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.support.building import Build, build_site, built
from tests.support.made_up import make_made_up, marked, shown_in, unmarked
from tests.support.parsing import one, parse, text_of
from tests.support.projects import make_fork, plain_question
from tests.support.zensical import build_with_zensical


def unmarked_in(build: Build) -> dict[str, list[str]]:
    """Return for each page what it shows and says in letters without a mark."""
    assert build.moved
    pages = [*build.pages, *build.moved]
    found = {page: {unmarked(text) for text in shown_in(parse(build.folder / page))} for page in pages}
    index = json.loads(build.text("search-index.json"))
    found["search index"] = {unmarked(entry[name]) for entry in index for name in ("page", "heading", "text")}
    manifest = json.loads(build.text("manifest.webmanifest"))
    found["manifest"] = {unmarked(manifest[name]) for name in ("name", "description")}
    return {page: sorted(texts - {""}) for page, texts in found.items() if texts - {""}}


@pytest.mark.parametrize("filled_in", [True, False])
def test_nothing_of_ours_is_left_in_a_guide_of_another_language(tmp_path: Path, filled_in: bool) -> None:
    build = built(make_made_up(tmp_path / "project", filled_in=filled_in), tmp_path / "site")
    assert not unmarked_in(build)


def test_a_letter_without_a_mark_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f'<title>{marked("Home")}</title><p aria-label="Ours">{marked("Theirs")} é</p>', "utf-8")
    assert [text for text in map(unmarked, shown_in(parse(page))) if text] == ["e\u0301", "Ours"]


@pytest.mark.parametrize(
    "build_with",
    [build_site, pytest.param(build_with_zensical, marks=pytest.mark.full)],
    ids=["mkdocs", "zensical"],
)
def test_the_words_of_the_frame_and_of_the_parts_are_the_copy_s(
    tmp_path: Path, build_with: Callable[[Path, Path], Build]
) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river")])
    own = {"header.menu": "Contents & more", "checklist.state": "Done here", "home.question": "Our question"}
    (project / "words.yml").write_text(yaml.safe_dump(own), "utf-8")
    build = built(project, tmp_path / "site", build_with)
    tree = parse(build.folder / "questions/river/index.html")
    assert text_of(next(tree.iter("button"))) == "Contents & more"
    assert text_of(one(tree, ".//label[@for='river--state']")) == "Done here"
    assert "Our question" in build.text("index.html")


def test_no_mark_is_left_on_a_page(site: Build) -> None:
    assert not [page for page in site.pages if "&word:" in site.text(page)]


def test_a_wrong_word_stops_the_build(tmp_path: Path) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river")])
    (project / "words.yml").write_text("header.menu: <b>Menu</b>\n", "utf-8")
    build = build_site(project, tmp_path / "site")
    assert build.status != 0
    assert "words.yml:1: header.menu: expected words without markup" in build.output
    assert "Traceback" not in build.output

"""A copy takes a later version: what it changed stays, and what it must decide is said."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.building import Build, build_site
from tests.support.guide import Question, read_guide
from tests.support.made_up import write_marked_words
from tests.support.repositories import (
    CALL,
    NEWS,
    Repository,
    leave_out,
    make_a_later_version,
    make_fork,
    make_from_template,
    make_it_ours,
    make_upstream,
    page_of,
)
from tests.support.zensical import build_with_zensical

pytestmark = pytest.mark.full

UNPLACED = re.compile(
    r"^mkdocs\.yml:\d+: nav: expected a line for questions/later\.md, got none\. "
    r"Paste the example after line (\d+), or leave the page out with a line /questions/later\.md "
    r"under exclude_docs\. Example: ( *- questions/later\.md)$",
    re.M,
)
WITH_BUTTONS = (
    "overrides/partials/header.html",
    "macros/pages/templates/parts/room.html",
    "macros/pages/templates/shared/messages.html",
)
PROBLEM = re.compile(r"^\S+:\d+: ", re.M)


@pytest.fixture
def upstream(tmp_path: Path) -> Repository:
    return make_upstream(tmp_path / "upstream")


@pytest.fixture(params=[make_fork, make_from_template])
def copy(request: pytest.FixtureRequest, upstream: Repository, tmp_path: Path) -> Repository:
    make: Callable[[Repository, Path], Repository] = request.param
    return make(upstream, tmp_path / "copy")


def update(copy: Repository, upstream: Repository) -> str:
    """Take the later version, and return what is said."""
    ran = copy.run(".ci/update", str(upstream.folder))
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def build(project: Path, folder: Path) -> Build:
    built = build_site(project, folder)
    assert built.status == 0, built.output
    return built


def test_an_update_keeps_what_the_copy_changed(upstream: Repository, copy: Repository) -> None:
    make_it_ours(copy)
    settings = (copy.folder / "mkdocs.yml").read_text("utf-8")
    make_a_later_version(upstream)
    update(copy, upstream)
    assert (copy.folder / "mkdocs.yml").read_text("utf-8") == settings
    assert (copy.folder / "docs/questions/our-own.md").is_file()
    for page in ("docs/index.md", page_of(read_guide(copy.folder).questions[0])):
        text = (copy.folder / page).read_text("utf-8")
        assert "Words of our own." in text and "Later words." in text
    assert NEWS in (copy.folder / "overrides/main.html").read_text("utf-8")


@pytest.mark.parametrize("build_with", [build_site, build_with_zensical])
def test_a_look_and_a_main_html_of_one_s_own_are_built_by_either_engine_after_an_update(
    upstream: Repository, tmp_path: Path, build_with: Callable[[Path, Path], Build]
) -> None:
    fork = make_fork(upstream, tmp_path / "fork")
    make_it_ours(fork)
    make_a_later_version(upstream)
    update(fork, upstream)
    leave_out(fork, "questions/later.md")
    built = build_with(fork.folder, tmp_path / "site")
    assert built.status == 0, built.output
    for words in ("<p>Our own news</p>", "assets/ours.svg", "<!-- later -->"):
        assert words in built.text("index.html")
    assert "--blue: #330072;" in built.text("assets/css/guide.css")


def test_a_new_question_is_said_once_with_both_ways_on(upstream: Repository, tmp_path: Path) -> None:
    fork = make_fork(upstream, tmp_path / "fork")
    dropped = make_it_ours(fork)
    make_a_later_version(upstream)
    update(fork, upstream)
    stopped = build_site(fork.folder, tmp_path / "stopped")
    said = UNPLACED.findall(stopped.output)
    assert stopped.status != 0
    assert len(said) == len(PROBLEM.findall(stopped.output)) == 1, stopped.output
    placed, left_out = tmp_path / "placed", tmp_path / "left-out"
    for folder in (placed, left_out):
        shutil.copytree(fork.folder, folder)
    paste(placed, *said[0])
    expect_whole(build(placed, tmp_path / "site"), dropped)
    leave_out(Repository(left_out), "questions/later.md")
    assert "questions/later/index.html" not in build(left_out, tmp_path / "site-without").pages


def paste(project: Path, line: str, text: str) -> None:
    lines = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    lines.insert(int(line), text)
    (project / "mkdocs.yml").write_text("\n".join(lines), "utf-8")


def expect_whole(site: Build, dropped: list[Question]) -> None:
    """The new question comes last, and nothing leads to one that was dropped."""
    assert [question.id for question in read_guide(site.project).questions][-2:] == ["our-own", "later"]
    assert "questions/later/index.html" in site.pages
    for question in dropped:
        assert f"{question.url}index.html" not in site.pages
        assert not [page for page in site.pages if question.url in site.text(page)]


def test_only_a_page_that_both_changed_conflicts(upstream: Repository, copy: Repository) -> None:
    make_it_ours(copy)
    make_a_later_version(upstream)
    page = page_of(read_guide(upstream.folder).questions[0])
    upstream.change(page, lambda text: text.replace(CALL, f"Other words in the same place.\n\n{CALL}"))
    upstream.commit("Other words")
    ran = copy.run(".ci/update", str(upstream.folder))
    assert ran.returncode == 1
    assert copy.conflicts == [page]
    assert page in ran.stdout.splitlines()
    copy.git("checkout", "--ours", page)
    copy.commit("Our words")
    assert "Already up to date" in update(copy, upstream)


def test_a_second_update_needs_nothing_more(upstream: Repository, copy: Repository) -> None:
    make_it_ours(copy)
    for words in ("Later words.", "Still later words."):
        page = upstream.folder / "docs/about/index.md"
        page.write_text(f"{page.read_text('utf-8')}\n{words}\n", "utf-8")
        upstream.commit(words)
        update(copy, upstream)
        assert words in (copy.folder / "docs/about/index.md").read_text("utf-8")


def write_own_words(project: Path) -> None:
    names = ("header.menu", "footer.footer", "home.question", "undo.undo", "room.close")
    (project / "words.yml").write_text("".join(f"{name}: Our own\n" for name in names), "utf-8")


@pytest.mark.full
@pytest.mark.parametrize("write", [write_own_words, write_marked_words])
def test_a_copy_s_words_stay_when_our_templates_and_words_change(
    upstream: Repository, copy: Repository, write: Callable[[Path], None]
) -> None:
    write(copy.folder)
    own = (copy.folder / "words.yml").read_text("utf-8")
    copy.commit("Words of our own")
    for template in WITH_BUTTONS:
        upstream.change(template, lambda text: text.replace("<button ", '<button data-later="" '))
    later = ": Pages\nlater.word: A\n"
    upstream.change("macros/words/words.yml", lambda text: text.replace(": Menu\n", later))
    upstream.commit("Other templates and words")
    update(copy, upstream)
    assert (copy.folder / "words.yml").read_text("utf-8") == own
    assert all("data-later" in (copy.folder / template).read_text("utf-8") for template in WITH_BUTTONS)
    checked = copy.run(sys.executable, "-m", "macros.check")
    assert checked.returncode == 0, checked.stdout


def test_an_update_without_an_address_says_what_is_missing(upstream: Repository) -> None:
    ran = upstream.run(".ci/update")
    assert ran.returncode == 1
    assert "Expected the address of the repository" in ran.stdout


def test_an_update_over_changes_that_are_not_committed_is_refused(upstream: Repository) -> None:
    upstream.change("docs/index.md", lambda text: f"{text}\nNot committed.\n")
    ran = upstream.run(".ci/update", str(upstream.folder))
    assert ran.returncode == 1
    assert "docs/index.md" in ran.stdout


def test_an_update_from_something_else_is_refused(upstream: Repository, tmp_path: Path) -> None:
    other = make_from_template(upstream, tmp_path / "other")
    upstream.git("checkout", "--quiet", "--orphan", "elsewhere")
    upstream.change("docs/index.md", lambda text: f"{text}\nAnother start.\n")
    upstream.commit("Another start")
    ran = other.run(".ci/update", str(upstream.folder))
    assert ran.returncode == 1
    assert "Expected a copy of" in ran.stdout
    assert other.git("log", "--format=%s") == "Initial commit"


def test_an_update_of_a_folder_without_git_says_so(upstream: Repository, tmp_path: Path) -> None:
    """As somebody has it who downloaded the files."""
    download = shutil.copytree(upstream.folder, tmp_path / "download", ignore=shutil.ignore_patterns(".git"))
    ran = Repository(download).run(".ci/update", str(upstream.folder))
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        "Expected a copy that Git keeps, got a folder without.\nExample: git init && "
    )

"""A fork with other words: few questions or many, and texts full of what HTML and Jinja could run."""

from pathlib import Path

import pytest

from tests.support.building import Build
from tests.support.guide import read_guide
from tests.support.parsing import attributes, expect_no_parse_error, ids, one, parse, text_of
from tests.support.tiers import one_of


@pytest.mark.parametrize("fixture", one_of(["nasty_site", "large_site"]))
def test_a_strict_parser_finds_no_error(request: pytest.FixtureRequest, fixture: str) -> None:
    build: Build = request.getfixturevalue(fixture)
    for page in build.pages:
        expect_no_parse_error(build.folder / page)
        found = ids(parse(build.folder / page))
        assert len(set(found)) == len(found), page


@pytest.mark.parametrize("fixture", one_of(["nasty_site", "large_site"]))
def test_every_statement_is_shown_as_it_was_written(request: pytest.FixtureRequest, fixture: str) -> None:
    build: Build = request.getfixturevalue(fixture)
    for question in read_guide(build.project).questions:
        for page in (f"{question.url}index.html", "checklist/index.html"):
            main = one(parse(build.folder / page), ".//main")
            labels = {text_of(label) for label in main.iter("label")}
            assert {" ".join(statement.text.split()) for statement in question.statements} <= labels
            assert question.ask in text_of(main)


def test_titles_are_shown_as_they_were_written(nasty_site: Build) -> None:
    for question in read_guide(nasty_site.project).questions:
        tree = parse(nasty_site.folder / f"{question.url}index.html")
        assert text_of(one(tree, ".//h1")) == question.ask
        assert text_of(one(tree, ".//title")).startswith(question.ask)
        assert " ".join(question.title.split()) in text_of(one(tree, ".//nav[@aria-label='Questions']"))
        assert question.ask in text_of(one(parse(nasty_site.folder / "index.html"), ".//main"))


def test_nothing_in_the_page_data_becomes_markup(nasty_site: Build) -> None:
    for page in nasty_site.pages:
        tree = parse(nasty_site.folder / page)
        assert not list(tree.iter("b")) and not list(tree.iter("img")), page
        assert all("src" in script.attrib for script in tree.iter("script")), page
        assert not list(attributes(tree, "onerror")), page
        assert "49" not in text_of(tree), page


def test_a_build_without_the_theme_s_leftovers(nasty_site: Build) -> None:
    assert not (nasty_site.folder / "assets/javascripts").exists()
    assert not Path(nasty_site.folder / "assets/stylesheets").exists()

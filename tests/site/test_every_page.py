"""What is true of every page, whatever its words are."""

import itertools
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.support.building import PROJECT, Build
from tests.support.guide import Guide, config_of
from tests.support.parsing import (
    attributes,
    expect_no_parse_error,
    ids,
    one,
    parse,
    prose_outside_code,
    text_of,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "headers")


@pytest.fixture(scope="session")
def trees(site: Build) -> dict[str, Element]:
    return {page: parse(site.folder / page) for page in site.pages}


def test_a_strict_build_says_nothing_that_needs_attention(site: Build) -> None:
    assert not [line for line in site.output.splitlines() if line.startswith(("WARNING", "ERROR"))]


def test_there_is_a_page_for_every_question_and_one_for_what_is_not_found(site: Build, guide: Guide) -> None:
    assert {f"{question.url}index.html" for question in guide.questions} < set(site.pages)
    assert "404.html" in site.pages


def test_a_strict_parser_finds_no_error(site: Build) -> None:
    for page in site.pages:
        expect_no_parse_error(site.folder / page)


def test_headings_are_in_order(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        levels = [int(str(e.tag)[1]) for e in tree.iter() if e.tag in HEADINGS]
        assert levels.count(1) == 1 and levels[0] == 1, f"{page}: expected one h1, and first; got {levels}"
        steps = itertools.pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), f"{page}: a level is skipped in {levels}"


def test_the_title_is_the_heading_and_the_name_of_the_site(trees: dict[str, Element], guide: Guide) -> None:
    for page, tree in trees.items():
        heading, title = text_of(one(tree, ".//h1")), text_of(one(tree, ".//title"))
        wanted = guide.name if heading == guide.name else f"{heading} – {guide.name}"  # noqa: RUF001
        assert title == wanted, page
    titles = [text_of(one(tree, ".//title")) for tree in trees.values()]
    assert len(set(titles)) == len(titles)


def test_every_page_has_a_description_and_no_other_page_has_the_same(trees: dict[str, Element]) -> None:
    """Or the one of the site: a page need not have one."""
    found = [
        one(tree, ".//meta[@name='description']").attrib["content"]
        for page, tree in trees.items()
        if page != "404.html"
    ]
    assert all(found)
    own = [description for description in found if description != config_of(PROJECT)["site_description"]]
    assert len(set(own)) == len(own), own


def test_every_page_has_one_main_and_a_language(trees: dict[str, Element]) -> None:
    for tree in trees.values():
        one(tree, ".//main")
        assert tree.attrib["lang"]


def test_landmarks_are_one_of_a_kind_or_have_names_that_differ(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        body = one(tree, ".//body")
        for name in ("header", "main", "footer"):
            assert len(body.findall(f"{name}") + body.findall(f"*/{name}")) == 1, (page, name)
        parts = [*body.iter("nav"), *body.iter("section")]
        names = [(part.tag, part.get("aria-label") or part.get("aria-labelledby")) for part in parts]
        assert all(label for tag, label in names if tag == "nav"), page
        named = [name for name in names if name[1]]
        assert len(named) == len(set(named)), page


def test_the_skip_link_is_the_first_link_and_leads_to_main(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        first = next(tree.iter("a"))
        assert first.attrib["href"] == f"#{one(tree, './/main').attrib['id']}", page


def test_no_id_is_there_twice(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        found = ids(tree)
        assert sorted(set(found)) == sorted(found), page


def test_what_is_labelled_or_described_points_at_something(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        known = set(ids(tree))
        for name in REFERENCES:
            for value in attributes(tree, name):
                assert set(value.split()) <= known, f"{page}: {name}={value}"


def test_every_field_has_a_label(trees: dict[str, Element]) -> None:
    """What stands in a template gets its ids, and so its labels, when it is used."""
    for page, tree in trees.items():
        labelled = set(attributes(one(tree, ".//body"), "for"))
        copied = {field for template in tree.iter("template") for field in template.iter("input")}
        fields = set(tree.iter("input")) - copied
        assert {field.attrib.get("id") for field in fields} <= labelled, page


def test_no_macro_call_is_left_as_text(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        prose = prose_outside_code(one(tree, ".//body"))
        assert not re.search(r"\{\{|\}\}|\{%|%\}|\{#", prose), page


def test_what_markdown_left_alone_is_no_comment_any_more(site: Build) -> None:
    for page in site.pages:
        assert "unparsed" not in site.text(page), page


def test_no_markdown_is_left_as_text(trees: dict[str, Element]) -> None:
    for page, tree in trees.items():
        prose = prose_outside_code(one(tree, ".//main"))
        left = re.search(r"^\s*(///|#{1,6} |:::|!!! )|\]\(|\]\[|--8<--|\{: |\{ ?[#.][a-z]", prose, re.M)
        assert not left, f"{page}: {left and left[0]!r}"


def test_question_pages_show_what_their_page_data_says(site: Build, guide: Guide) -> None:
    for question in guide.questions:
        tree = parse(Path(site.folder / question.url / "index.html"))
        assert text_of(one(tree, ".//h1")) == " ".join(question.ask.split())
        shown = text_of(one(tree, ".//main"))
        for statement in question.statements:
            assert " ".join(statement.text.split()) in shown
            assert " ".join((statement.ask_for or "").split()) in shown


def test_the_whole_checklist_and_home_show_every_question_in_order(site: Build, guide: Guide) -> None:
    for page in ("index.html", "checklist/index.html"):
        shown = text_of(one(parse(site.folder / page), ".//main"))
        places = [shown.index(" ".join(question.ask.split())) for question in guide.questions]
        assert places == sorted(places), page

"""A fork that says who it is: its pages have its colour, its logo, its dates and its own statement."""

from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import Element

import pytest

from tests.support.building import Build
from tests.support.own_fork import COLOUR, LOGO, NAME
from tests.support.parsing import expect_no_parse_error, one, parse, text_of


def _page(own_site: Build, page: str) -> Element:
    return parse(own_site.folder / page)


@pytest.mark.parametrize("page", ["index.html", "questions/river/index.html"])
def test_every_page_asks_for_the_colour(own_site: Build, page: str) -> None:
    styles = [
        link.get("href", "") for link in _page(own_site, page).iter("link") if link.get("rel") == "stylesheet"
    ]
    ours = next(style for style in styles if style.endswith("guide.css"))
    css = (own_site.folder / normpath(join(Path(page).parent, ours))).read_text("utf-8")
    assert f"--blue: {COLOUR};" in css and "--blue-tint: #" in css
    assert styles.index(ours) > styles.index(ours.replace("guide", "base"))


def test_the_logo_stands_in_the_header_under_the_publisher_s_name(own_site: Build) -> None:
    logo = one(_page(own_site, "questions/river/index.html"), ".//header//img")
    assert logo.get("alt") == NAME
    assert (own_site.folder / normpath(join("questions/river", logo.get("src", "")))).read_text(
        "utf-8"
    ) == LOGO
    assert "aspect-ratio: 30 / 10;" in (own_site.folder / "assets/css/guide.css").read_text("utf-8")


def test_the_dates_of_the_publisher_stand_for_those_of_the_page(own_site: Build) -> None:
    dates = text_of(one(_page(own_site, "questions/river/index.html"), ".//p[@class='reviewed']"))
    assert "1 May 2027" in dates and "1 May 2028" in dates and "2026" not in dates
    assert not _page(own_site, "questions/field/index.html").findall(".//p[@class='reviewed']")


@pytest.mark.parametrize("old", ["questions/stream", "well"])
def test_an_address_that_a_page_had_leads_to_where_it_is_now(own_site: Build, old: str) -> None:
    page = own_site.folder / old / "index.html"
    expect_no_parse_error(page)
    tree = parse(page)
    there = next(meta for meta in tree.iter("meta") if meta.get("http-equiv") == "refresh").get("content", "")
    assert there.startswith("0; url=")
    for way in (there.removeprefix("0; url="), one(tree, ".//main//a").get("href", "")):
        assert normpath(join(old, way)) == "questions/river"
    assert any(
        meta.get("name") == "robots" and meta.get("content") == "noindex" for meta in tree.iter("meta")
    )
    assert old not in (own_site.folder / "search-index.json").read_text("utf-8")


def test_without_a_colour_or_a_logo_no_page_asks_for_them(nasty_site: Build) -> None:
    assert "guide.css" not in nasty_site.text("index.html")
    assert not (nasty_site.folder / "assets/css/guide.css").exists()


def test_the_accessibility_statement_says_what_the_publisher_found(own_site: Build) -> None:
    main = one(_page(own_site, "about/accessibility/index.html"), ".//main")
    said = text_of(main)
    for words in (NAME, "partially compliant", "A table scrolls sideways.", "2 May 2027", "our <b>team</b>"):
        assert words in said
    assert "not yet tested" not in said and "the project" not in said
    assert [link.get("href") for link in main.iter("a") if "@" in text_of(link)] == [
        "mailto:digital@example.org"
    ]


def test_every_page_says_who_publishes_it_and_how_to_reach_them(own_site: Build) -> None:
    footer = one(_page(own_site, "questions/field/index.html"), ".//footer")
    assert NAME in text_of(footer)
    assert "mailto:digital@example.org" in [link.get("href") for link in footer.iter("a")]


def test_only_an_official_site_does_not_say_that_it_is_not_one(own_site: Build, nasty_site: Build) -> None:
    for build, is_official in ((own_site, True), (nasty_site, False)):
        for page in ("index.html", "404.html"):
            said = text_of(one(_page(build, page), ".//footer"))
            assert ("not an official NHS website" in said) is not is_official, page

"""A fork that says who it is: its pages have its colour, its logo, its dates and its own statement."""

from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.site.building import Build, build_site
from tests.site.parsing import expect_no_parse_error, one, parse, text_of
from tests.site.projects import make_fork, plain_question

COLOUR = "#7c2855"
NAME = "Example & Sons"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>'
GUIDE = {
    "colour": COLOUR,
    "logo": "assets/logo.svg",
    "accessibility": {
        "status": "partially compliant",
        "problems": "A table scrolls sideways.",
        "tested": "2 May 2027",
        "tested_by": "our <b>team</b>",
        "tested_how": "We used a keyboard.",
    },
    "review": {"reviewed": "1 May 2027", "next_review": "1 May 2028"},
    "publisher": {
        "name": NAME,
        "contact": "digital@example.org",
        "host": "Example hosting",
        "logs": "It logs nothing.",
        "complaints": "https://example.org/complaints/",
    },
}
PARTS = ("scope", "status", "contact", "preparation")
STATEMENT = "# Accessibility\n\n" + "\n\n".join(f"{{{{ accessibility_{part}() }}}}" for part in PARTS)


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("look")
    project = make_fork(folder / "project", [plain_question("river"), plain_question("field")])
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["extra"]["guide"] |= GUIDE
    settings["nav"].append({"Accessibility": "about/accessibility.md"})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    (project / "docs/assets/logo.svg").write_text(LOGO, "utf-8")
    (project / "docs/about").mkdir()
    (project / "docs/about/accessibility.md").write_text(STATEMENT, "utf-8")
    page = project / "docs/questions/river.md"
    dated = (
        "reviewed: 1 May 2026\nnext_review: 1 June 2026\nmoved_from: [questions/stream.md, well.md]\n---\n\n"
    )
    page.write_text(page.read_text("utf-8").replace("---\n\n", dated), "utf-8")
    build = build_site(project, folder / "site")
    assert build.status == 0, build.output
    return build


def _page(fork: Build, page: str) -> Element:
    return parse(fork.folder / page)


@pytest.mark.parametrize("page", ["index.html", "questions/river/index.html"])
def test_every_page_asks_for_the_colour(fork: Build, page: str) -> None:
    styles = [
        link.get("href", "") for link in _page(fork, page).iter("link") if link.get("rel") == "stylesheet"
    ]
    ours = next(style for style in styles if style.endswith("guide.css"))
    css = (fork.folder / normpath(join(Path(page).parent, ours))).read_text("utf-8")
    assert f"--blue: {COLOUR};" in css and "--blue-tint: #" in css
    assert styles.index(ours) > styles.index(ours.replace("guide", "base"))


def test_the_logo_stands_in_the_header_under_the_publisher_s_name(fork: Build) -> None:
    logo = one(_page(fork, "questions/river/index.html"), ".//header//img")
    assert logo.get("alt") == NAME
    assert (fork.folder / normpath(join("questions/river", logo.get("src", "")))).read_text("utf-8") == LOGO
    assert "aspect-ratio: 30 / 10;" in (fork.folder / "assets/css/guide.css").read_text("utf-8")


def test_the_dates_of_the_publisher_stand_for_those_of_the_page(fork: Build) -> None:
    dates = text_of(one(_page(fork, "questions/river/index.html"), ".//p[@class='reviewed']"))
    assert "1 May 2027" in dates and "1 May 2028" in dates and "2026" not in dates
    assert not _page(fork, "questions/field/index.html").findall(".//p[@class='reviewed']")


@pytest.mark.parametrize("old", ["questions/stream", "well"])
def test_an_address_that_a_page_had_leads_to_where_it_is_now(fork: Build, old: str) -> None:
    page = fork.folder / old / "index.html"
    expect_no_parse_error(page)
    tree = parse(page)
    there = next(meta for meta in tree.iter("meta") if meta.get("http-equiv") == "refresh").get("content", "")
    assert there.startswith("0; url=")
    for way in (there.removeprefix("0; url="), one(tree, ".//main//a").get("href", "")):
        assert normpath(join(old, way)) == "questions/river"
    assert any(
        meta.get("name") == "robots" and meta.get("content") == "noindex" for meta in tree.iter("meta")
    )
    assert old not in (fork.folder / "search-index.json").read_text("utf-8")


def test_without_a_colour_or_a_logo_no_page_asks_for_them(large_site: Build) -> None:
    assert "guide.css" not in large_site.text("index.html")
    assert not (large_site.folder / "assets/css/guide.css").exists()


def test_the_accessibility_statement_says_what_the_publisher_found(fork: Build) -> None:
    main = one(_page(fork, "about/accessibility/index.html"), ".//main")
    said = text_of(main)
    for words in (NAME, "partially compliant", "A table scrolls sideways.", "2 May 2027", "our <b>team</b>"):
        assert words in said
    assert "not yet tested" not in said and "the project" not in said
    assert [link.get("href") for link in main.iter("a") if "@" in text_of(link)] == [
        "mailto:digital@example.org"
    ]


def test_every_page_says_who_publishes_it_and_how_to_reach_them(fork: Build) -> None:
    footer = one(_page(fork, "questions/field/index.html"), ".//footer")
    assert NAME in text_of(footer)
    assert "mailto:digital@example.org" in [link.get("href") for link in footer.iter("a")]

"""Settings, keys and forms of Markdown that Material's users know do what they say, or stop the build."""

import json
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from tests.support.building import Build, build_site
from tests.support.own_fork import REPOSITORY
from tests.support.parsing import one, parse, text_of
from tests.support.projects import make_fork, plain_question

FIELD, RIVER, FORMS, HIDDEN = (
    f"{name}/index.html" for name in ("questions/field", "questions/river", "forms", "hidden")
)


def addresses(build: Build, page: str, tag: str, attribute: str) -> list[str]:
    """Return the addresses that the elements of a page have, from the site's root."""
    found = (element.get(attribute) for element in parse(build.folder / page).iter(tag))
    return [normpath(join(dirname(page), address)) for address in found if address]


def test_a_favicon_that_is_a_picture_is_said_to_be_one(own_site: Build, nasty_site: Build) -> None:
    for build, kind in ((own_site, "png"), (nasty_site, "svg+xml")):
        links = parse(build.folder / "index.html").iter("link")
        assert [link.get("type") for link in links if link.get("rel") == "icon"] == [f"image/{kind}"]


def test_each_page_has_a_copy_s_own_style_sheets_and_scripts_after_ours(own_site: Build) -> None:
    for page in (FIELD, FORMS):
        assert "assets/own.css" in addresses(own_site, page, "link", "href")
        assert addresses(own_site, page, "script", "src")[-2:] == ["assets/own.js", "assets/module.js"]
    scripts = list(parse(own_site.folder / FORMS).iter("script"))
    assert [script.get("type") for script in scripts[-2:]] == [None, "module"]


@pytest.mark.parametrize("page", [FIELD, FORMS])
def test_a_page_links_to_the_form_that_edits_it(own_site: Build, page: str) -> None:
    link = one(parse(own_site.folder / page), ".//main//p[@class='edit screen-only']/a")
    file = page.replace("/index.html", ".md")
    assert link.get("href") == f"{REPOSITORY}/edit/main/docs/{file}"


def test_without_a_repository_there_is_no_such_link(nasty_site: Build) -> None:
    assert not parse(nasty_site.folder / "index.html").findall(".//p[@class='edit screen-only']")


def test_copyright_is_shown_as_it_is_written(own_site: Build) -> None:
    assert "<p>Published by <b>us</b></p>" in own_site.text(FORMS)


def test_a_question_may_hide_the_list_beside_it_and_the_links_after_it(own_site: Build) -> None:
    hides, shows = (parse(own_site.folder / page) for page in (RIVER, FIELD))
    for label in ("Questions", "Pagination"):
        assert not hides.findall(f".//nav[@aria-label='{label}']"), label
        assert shows.findall(f".//nav[@aria-label='{label}']"), label


def test_a_page_may_stay_out_of_the_search(own_site: Build) -> None:
    urls = {entry["url"] for entry in json.loads(own_site.text("search-index.json"))}
    assert "forms/" in urls
    assert not [url for url in urls if url.startswith("hidden/")]


def test_a_copy_s_own_main_html_fills_a_block_of_every_page(own_site: Build) -> None:
    for page in (FIELD, FORMS, "404.html"):
        assert "<p>Our own news</p>" in own_site.text(page), page


def test_questions_may_stand_in_sections_of_sections(own_site: Build) -> None:
    page = parse(own_site.folder / FIELD)
    assert text_of(one(page, ".//header[@class='question-heading']/p")).startswith("Question 2 of 2")
    listed = addresses(own_site, FIELD, "a", "href")
    assert {"questions/river", "questions/field"} <= set(listed)


def test_pages_in_sections_of_sections_are_in_the_header_and_the_footer(own_site: Build) -> None:
    page = parse(own_site.folder / "index.html")
    menu = [text_of(link) for link in one(page, ".//nav[@aria-label='Main']").iter("a")]
    assert menu == ["Questions", "More", "Checklist"]
    foot = [text_of(link) for link in one(page, ".//nav[@aria-label='Footer']").iter("a")]
    assert foot == ["Accessibility", "Hidden", "Forms"]


def test_questions_may_stand_at_the_top_of_nav(tmp_path: Path) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river"), plain_question("field")])
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    text = text.replace(
        "- Questions:\n  - questions/river.md\n  - questions/field.md\n",
        "- questions/river.md\n- questions/field.md\n",
    )
    settings.write_text(text, "utf-8")
    build = build_site(project, tmp_path / "site")
    assert build.status == 0, build.output
    page = parse(build.folder / RIVER)
    assert text_of(one(page, ".//header[@class='question-heading']/p")).startswith("Question 1 of 2")
    assert [text_of(link) for link in one(page, ".//nav[@aria-label='Main']").iter("a")] == ["Checklist"]


def test_no_form_of_markdown_is_left_as_marks(own_site: Build) -> None:
    main = one(parse(own_site.folder / FORMS), ".//main")
    said = text_of(main)
    for mark in ("==", "~~", "???", "///", "- [", "{ .", ":material", "++", "^["):
        assert mark not in said, mark
    for tag in ("mark", "del", "sub", "sup", "kbd", "details", "dl", "figcaption", "video", "track"):
        assert main.findall(f".//{tag}"), tag
    assert main.findall(".//span[@class='twemoji']/*")
    assert {box.get("aria-label") for box in main.iter("input")} == {
        "Done, with weight",
        "Not done",
        "Inside",
    }


def test_a_page_that_is_served_refuses_what_a_published_one_does(own_site: Build, tmp_path: Path) -> None:
    """But for the script that serve adds, which loads the page again."""
    project = make_fork(tmp_path / "project", [plain_question("river")])
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("https://example.org/", "http://127.0.0.1:8000/"), "utf-8")
    build = build_site(project, tmp_path / "site")
    served, published = (
        one(parse(each.folder / "index.html"), ".//meta[@http-equiv]").get("content")
        for each in (build, own_site)
    )
    assert served and served.replace("script-src 'self' 'unsafe-inline'", "script-src 'self'") == published
    assert served != published


def test_no_page_has_a_style_of_its_own(own_site: Build) -> None:
    for page in own_site.pages:
        assert ' style="' not in own_site.text(page), page


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("plugins: [search]", "mkdocs.yml:1: plugins: expected keys, which are joined with ours"),
        ("theme: material", "mkdocs.yml:1: theme: expected keys, which are joined with ours"),
        ("markdown_extensions: [admonition]", "mkdocs.yml:1: markdown_extensions: expected keys"),
    ],
)
def test_a_setting_that_replaces_ours_ends_an_ordinary_build(
    tmp_path: Path, setting: str, message: str
) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river")])
    settings = project / "mkdocs.yml"
    settings.write_text(f"{setting}\n{settings.read_text('utf-8')}", "utf-8")
    build = build_site(project, tmp_path / "site")
    assert build.status != 0 and message in build.output, build.output
    assert not build.folder.exists()

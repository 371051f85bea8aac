"""Zensical builds the same site from the same files, so that the guide outlives Material (May 2027)."""

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from tests.support.building import Build, build_site
from tests.support.guide import Guide, config_of
from tests.support.own_fork import make_own_fork
from tests.support.parsing import parse
from tests.support.projects import make_fork, nasty_question, plain_question, write_question
from tests.support.zensical import build_with_zensical

pytestmark = pytest.mark.full

ADDRESSES = ("href", "src", "data-index")
# The engines leave other spaces between elements, so that their builds have other names.
BUILD = re.compile(rb'(?<=^const BUILD = ")[0-9a-f]+', re.M)
# MkDocs alone writes this one; no page asks for it.
ONLY_MKDOCS = {"sitemap.xml.gz"}
# Zensical runs what stands in braces in a page's title.
TITLE_WITHOUT_BRACES = '<b>See</b> "it" & <img src=x onerror=alert(1)>'


def files_of(build: Build) -> set[str]:
    return {path.relative_to(build.folder).as_posix() for path in build.folder.rglob("*") if path.is_file()}


def described(tree: Element, address: str) -> Iterator[str]:
    """Yield every element with its attributes and text; links as the address they lead to."""
    for element in tree.iter():
        attributes = {
            name: urljoin(address, value) if name in ADDRESSES else value
            for name, value in element.attrib.items()
            if name != "data-build"
        }
        text = " ".join(f"{element.text or ''} | {element.tail or ''}".split())
        yield f"<{element.tag}> {sorted(attributes.items())} {text}"


def differences(one: Build, other: Build) -> list[str]:
    """Return the first difference of each page."""
    found = []
    for page in one.pages:
        address = urljoin(config_of(one.project)["site_url"], page.removesuffix("index.html"))
        both = (described(parse(build.folder / page), address) for build in (one, other))
        pairs = zip_longest(*both, fillvalue="nothing")
        first = next((f"{page}:\n  {a}\n  {b}" for a, b in pairs if a != b), None)
        found += [first] if first else []
    return found


def test_both_engines_write_the_same_files(site: Build, zensical_site: Build) -> None:
    assert files_of(site) - ONLY_MKDOCS == files_of(zensical_site)


def test_every_page_is_the_same_element_by_element(site: Build, zensical_site: Build) -> None:
    assert not differences(site, zensical_site)


def test_every_page_of_a_large_fork_is_the_same(large_site: Build, tmp_path: Path) -> None:
    assert not differences(large_site, build_with_zensical(large_site.project, tmp_path / "site"))


def test_texts_full_of_markup_are_shown_as_they_are_by_either(tmp_path: Path) -> None:
    question = nasty_question("first") | {"title": TITLE_WITHOUT_BRACES}
    project = make_fork(tmp_path / "project", [question])
    assert not differences(
        build_site(project, tmp_path / "one"), build_with_zensical(project, tmp_path / "other")
    )


def test_a_copy_that_says_who_it_is_looks_the_same(tmp_path: Path) -> None:
    project = make_own_fork(tmp_path / "project")
    by_mkdocs = build_site(project, tmp_path / "one")
    by_zensical = build_with_zensical(project, tmp_path / "other")
    assert not differences(by_mkdocs, by_zensical)
    expect_same_files(by_mkdocs, by_zensical)


def test_whatever_is_no_page_is_the_same_byte_by_byte(site: Build, zensical_site: Build) -> None:
    expect_same_files(site, zensical_site)


def expect_same_files(*both: Build) -> None:
    for file in sorted(files_of(both[1]) - {"sitemap.xml", "offline.json"}):
        if not file.endswith(".html"):
            one, other = (BUILD.sub(b"", (build.folder / file).read_bytes()) for build in both)
            assert one == other, file


def test_the_same_files_are_kept_for_use_offline(site: Build, zensical_site: Build) -> None:
    one, other = (json.loads(build.text("offline.json"))["files"] for build in (site, zensical_site))
    assert one.keys() == other.keys()


def test_the_sitemap_names_the_same_pages(site: Build, zensical_site: Build, guide: Guide) -> None:
    named = [
        sorted(re.findall(r"<loc>(.*?)</loc>", build.text("sitemap.xml"))) for build in (site, zensical_site)
    ]
    assert named[0] == named[1]
    assert len(named[0]) > len(guide.questions)


def test_a_broken_page_ends_either_build_with_the_same_message(tmp_path: Path) -> None:
    question = plain_question("river")
    project = make_fork(tmp_path / "project", [question])
    question["statements"][0]["id"] = "River 1"
    write_question(project, question)
    build = build_with_zensical(project, tmp_path / "site")
    assert build.status != 0
    assert re.search(r"docs/questions/river\.md:\d+: question\.statements\[0\]\.id: expected ", build.output)
    assert not build.folder.exists()

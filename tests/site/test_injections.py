"""Nothing gets in: 700 texts that would run or change a page, in each key of the page data and settings."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest
import yaml

from macros.content.guide import Guide, build_guide
from macros.content.publisher import STATUSES, AccessibilityTest, Publisher
from macros.content.source import read_source
from macros.pages.render import PARTS, TEMPLATES, Renderer
from macros.words.words import Words, our_words
from tests.support.building import PROJECT, Build, build_site
from tests.support.injections import STRINGS
from tests.support.parsing import parse, text_of
from tests.support.projects import make_fork

PER_QUESTION = 45
# Texts on one line, of any length that the keys take: others stop the build with a message.
LINES = [
    text
    for text in STRINGS
    if text.strip() and not {"Cc", "Zl", "Zp"} & {unicodedata.category(character) for character in text}
]
SHORT = [text for text in LINES if len(text) <= 65]
HARMLESS = [f"plain words {place}" for place in range(len(LINES))]


def structure(element: Element, depth: int = 0) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield every element as its depth, its tag and the names of its attributes."""
    yield depth, str(element.tag), tuple(sorted(map(str, element.attrib)))
    for child in element:
        yield from structure(child, depth + 1)


def question(number: int, texts: Sequence[str], short: Sequence[str]) -> dict[str, Any]:
    statements = [
        {"id": f"s-{number}-{place}", "text": text, "ask_for": text} for place, text in enumerate(texts)
    ]
    ask, title = short[number * 2], short[number * 2 + 1]
    return {"id": f"q-{number}", "ask": ask, "title": title, "statements": statements}


def build(folder: Path, texts: Sequence[str], short: Sequence[str]) -> Build:
    parts = [texts[at : at + PER_QUESTION] for at in range(0, len(texts), PER_QUESTION)]
    questions = [question(number, part, short) for number, part in enumerate(parts)]
    some = " ".join(texts[::10])
    project = make_fork(folder / "project", questions, some)
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["site_description"] = some
    config["nav"][1] = {some: config["nav"][1]["Questions"]}
    address = "digital@example.org"
    publisher = {
        "name": short[0],
        "contact": address,
        "host": short[1],
        "logs": texts[0],
        "complaints": address,
    }
    config["extra"]["guide"]["publisher"] = publisher
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), "utf-8")
    found = build_site(project, folder / "site")
    assert found.status == 0, found.output
    return found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("hostile"), LINES, SHORT)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("harmless"), HARMLESS, HARMLESS)


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(LINES) >= 680


@pytest.mark.full
def test_page_data_and_the_site_s_name_change_the_structure_of_no_page(
    hostile: Build, harmless: Build
) -> None:
    assert hostile.pages == harmless.pages
    for page in hostile.pages:
        found, expected = (list(structure(parse(site.folder / page))) for site in (hostile, harmless))
        assert found == expected, page


@pytest.mark.full
def test_page_data_is_shown_as_it_was_written(hostile: Build) -> None:
    shown = text_of(parse(hostile.folder / "checklist/index.html"))
    assert not [text for text in LINES if " ".join(text.split()) not in shown]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return build_guide(read_source(PROJECT / "mkdocs.yml"))


@cache
def uses_settings(part: str) -> bool:
    return "settings" in (TEMPLATES / f"parts/{part.replace('_', '-')}.html").read_text("utf-8")


def rendered(
    guide: Guide, section: str, kind: type[Publisher] | type[AccessibilityTest], text: str
) -> list[str]:
    filled: Any = kind(**{field.name: text for field in fields(kind)})
    if isinstance(filled, AccessibilityTest):
        filled = replace(filled, status=STATUSES[1])  # one of 3, each with a sentence of its own
    settings = replace(guide.settings, **{section: filled})
    renderer = Renderer(replace(guide, settings=settings), Words(our_words()), "about/")
    return [renderer.part(name) for name in PARTS if uses_settings(name)]


@cache
def structure_of(part: str) -> list[object]:
    """Remembered, because most parts say nothing of most settings, and so stay as they are."""
    return list(structure(html5lib.parseFragment(part, namespaceHTMLElements=False)))


@pytest.mark.full
@pytest.mark.parametrize(
    ("section", "kind"), [("publisher", Publisher), ("accessibility", AccessibilityTest)]
)
def test_settings_change_the_structure_of_no_part(
    guide: Guide, section: str, kind: type[Publisher] | type[AccessibilityTest]
) -> None:
    def of(text: str) -> list[list[object]]:
        return [structure_of(part) for part in rendered(guide, section, kind, text)]

    expected = of("plain words")
    assert not [text for text in LINES if of(text) != expected]

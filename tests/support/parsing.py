"""Reads built pages as a browser does."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest


@cache
def parse(page: Path) -> Element:
    """Return the page as a tree; the elements of HTML have plain names."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page.read_text("utf-8"))
    assert isinstance(tree, Element)
    return tree


def expect_no_parse_error(page: Path) -> None:
    """Fail where a parser that forgives nothing stops."""
    try:
        html5lib.HTMLParser(strict=True).parse(page.read_text("utf-8"))
    except html5lib.html5parser.ParseError as error:
        pytest.fail(f"{page}: {error}")


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def one(tree: Element, path: str) -> Element:
    found = tree.findall(path)
    assert len(found) == 1, f"expected one {path}, got {len(found)}"
    return found[0]


def attributes(tree: Element, name: str) -> Iterator[str]:
    """Yield every value of an attribute."""
    return (element.attrib[name] for element in tree.iter() if name in element.attrib)


def ids(tree: Element) -> list[str]:
    return list(attributes(tree, "id"))


def prose_outside_code(element: Element) -> str:
    """Return the text of an element without what stands in ``code``, ``pre``, ``script`` and ``template``."""
    if element.tag in ("code", "pre", "script", "template"):
        return ""
    inside = "".join(prose_outside_code(child) + (child.tail or "") for child in element)
    return (element.text or "") + inside

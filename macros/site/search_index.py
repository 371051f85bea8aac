"""The search index: the text of every page, section by section, as its HTML says.

From the built pages and not from Markdown, so that it is the same whichever engine built them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

HEADINGS = {"h1", "h2", "h3"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"}
UNREAD = {"nav", "script", "style", "template"}
EXCLUDE = "data-search-exclude"  # Material for MkDocs and Zensical use the same name
# Built pages are valid, so that this finds what a parser would, in a third of the time.
TAG = re.compile(
    r"<!--.*?-->|<(?P<slash>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<attributes>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>",
    re.S | re.I,
)
ID = re.compile(r"\sid=\"([^\"]*)\"")
KIND = re.compile(r"<main\b[^>]*\sdata-search-kind=\"([^\"]*)\"")


@dataclass
class Section:
    """A part of a page below one heading.

    Attributes:
        anchor: the heading's id; empty for the page's first heading.
        heading: its words.
        text: what stands below it.
    """

    anchor: str
    heading: str = ""
    text: str = ""


@dataclass
class _Reader:
    """Collects the sections inside ``main``."""

    sections: list[Section] = field(default_factory=list)
    open: list[tuple[str, bool]] = field(default_factory=list)  # tag, and whether its text is left out
    in_heading: bool = False

    def read(self, html: str) -> None:
        end = 0
        for found in TAG.finditer(html):
            self._add(html[end : found.start()])
            end = found.end()
            tag = (found["tag"] or "").lower()
            if tag and found["slash"]:
                self._close(tag)
            elif tag:
                self._open(tag, found["attributes"])
        self._add(html[end:])

    def _open(self, tag: str, attributes: str) -> None:
        if tag in HEADINGS:
            # The place of the h1 is the page itself.
            anchor = None if tag == "h1" else ID.search(attributes)
            self.sections.append(Section(unescape(anchor[1]) if anchor else ""))
            self.in_heading = True
        elif tag not in INLINE:
            self._add(" ")
        if tag not in VOID:
            self.open.append((tag, self._is_left_out() or tag in UNREAD or EXCLUDE in attributes))

    def _close(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag not in HEADINGS
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self._add(" ")

    def _is_left_out(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def _add(self, text: str) -> None:
        if not text or not self.sections or self._is_left_out():
            return
        section = self.sections[-1]
        if self.in_heading:
            section.heading += text
        else:
            section.text += text


def sections_of(html: str) -> list[Section]:
    """Return the sections of a built page, spaces tidied, those without any text left out."""
    reader = _Reader()
    main = html.find("<main")
    reader.read(html[main : html.find("</main>", main)])
    tidy = [Section(s.anchor, _tidy(s.heading), _tidy(s.text)) for s in reader.sections]
    return [section for section in tidy if section.heading]


def _tidy(text: str) -> str:
    return " ".join(unescape(text).split())


def index_of(pages: dict[str, str]) -> list[dict[str, str]]:
    """Return the entries of the index. Those of a question's page say so in ``kind``, for the search.

    Args:
        pages: the HTML of each page by its address from the site's root, such as ``glossary/``.
    """
    return [
        entry | _kind_of(html) for url, html in pages.items() for entry in _entries_of(url, sections_of(html))
    ]


def _kind_of(html: str) -> dict[str, str]:
    found = KIND.search(html)
    return {"kind": found[1]} if found else {}


def _entries_of(url: str, sections: list[Section]) -> Iterator[dict[str, str]]:
    for section in sections:
        place = f"{url}#{section.anchor}" if section.anchor else url
        yield {"url": place, "page": sections[0].heading, "heading": section.heading, "text": section.text}


def write_search_index(site: Path) -> None:
    """Write ``search-index.json``, which the search page reads."""
    files = sorted(site.rglob("index.html"))
    urls = [file.parent.relative_to(site).as_posix() for file in files]
    pages = {
        "" if url == "." else f"{url}/": file.read_text(encoding="utf-8")
        for url, file in zip(urls, files, strict=True)
    }
    index = json.dumps(index_of(pages), ensure_ascii=False, separators=(",", ":"))
    (site / "search-index.json").write_text(index, encoding="utf-8")

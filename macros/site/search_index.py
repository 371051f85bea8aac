"""The search index: the text of every page, section by section, as its HTML says.

From the built pages and not from Markdown, so that it is the same whichever engine built them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = {"h1", "h2", "h3"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"}
EXCLUDE = "data-search-exclude"  # Material for MkDocs and Zensical use the same name


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
class _Reader(HTMLParser):
    """Collects the sections inside ``main``."""

    sections: list[Section] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []  # tag, and whether its text is left out
        self.in_heading = False
        self.in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.in_main = self.in_main or tag == "main"
        if tag in HEADINGS and self.in_main:
            # The place of the h1 is the page itself.
            self.sections.append(Section("" if tag == "h1" else names.get("id") or ""))
            self.in_heading = True
        elif tag not in INLINE:
            self._add(" ")
        if tag not in VOID:
            left_out = EXCLUDE in names or tag in ("nav", "script", "style", "template")
            self.open.append((tag, left_out))

    def handle_endtag(self, tag: str) -> None:
        self.in_heading = self.in_heading and tag not in HEADINGS
        self.in_main = self.in_main and tag != "main"
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        if not self.in_main or not self.sections or any(left_out for _, left_out in self.open):
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
    reader.feed(html[main : html.find("</main>", main)])  # the rest would only take time
    reader.close()
    tidy = [Section(s.anchor, " ".join(s.heading.split()), " ".join(s.text.split())) for s in reader.sections]
    return [section for section in tidy if section.heading]


def index_of(pages: dict[str, str]) -> list[dict[str, str]]:
    """Return the entries of the index.

    Args:
        pages: the HTML of each page by its address from the site's root, such as ``glossary/``.
    """
    return [entry for url, html in pages.items() for entry in _entries_of(url, sections_of(html))]


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

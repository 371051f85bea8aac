"""Leads a reader who comes by an old address to where the page is now."""

from pathlib import Path

from macros.content.guide import Guide
from macros.pages.render import Renderer
from macros.words.words import Words


def write_moved(site: Path, guide: Guide, words: Words) -> None:
    """Write a page at each address that a page of the guide had."""
    for url, path in guide.moved.items():
        page = site / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(Renderer(guide, words, url).moved(path), encoding="utf-8")

"""Leads a reader who comes by an old address to where the page is now."""

from pathlib import Path

from macros.content.guide import Guide
from macros.pages.render import Renderer


def write_moved(site: Path, guide: Guide) -> None:
    """Write a page at each address that a page of the guide had."""
    for url, path in guide.moved.items():
        page = site / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(Renderer(guide, url).moved(path), encoding="utf-8")

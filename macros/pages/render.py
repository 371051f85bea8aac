"""Turns the guide into HTML. The only writer of HTML in this package.

The macros plugin's own Jinja environment does not escape what it prints, so that a statement
holding ``<b>`` would become markup. This one does, always.
"""

import posixpath
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.content.guide import Guide
from macros.content.source import page_url
from macros.edition.edition import edition_of
from macros.pages import reference

TEMPLATES = Path(__file__).parent / "templates"
# What a page may call is a template here: paper-pack.html is paper_pack().
PARTS = tuple(sorted(path.stem.replace("-", "_") for path in (TEMPLATES / "parts").iterdir()))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["reference"] = reference
    return environment


@dataclass(frozen=True)
class Renderer:
    """Renders the parts of one page.

    Attributes:
        guide: the whole guide.
        url: the address of the page being rendered, relative to the site, such as ``checklist/``.
        needs: what its parts need of ``overrides/main.html``: ``styles``, ``messages`` and what comes
            ``after`` the text, each a list of names.
    """

    guide: Guide
    url: str
    needs: dict[str, list[str]] = field(default_factory=dict)

    def link(self, path: str) -> str:
        """Return the address of a file of ``docs/`` as seen from this page."""
        relative = posixpath.relpath(page_url(path) or ".", self.url or ".")
        return f"{relative}/" if path.endswith(".md") else relative

    def part(self, name: str) -> str:
        """Return one of ``PARTS``, for the page at this address."""
        template = f"parts/{name.replace('_', '-')}.html"
        html = self._render(template, fingerprint=self._fingerprint, needs=self._need)
        # Markdown treats a line of HTML as text where it is indented or follows text directly.
        return f"\n{html}\n"

    def moved(self, path: str) -> str:
        """Return a whole page that sends a reader on to where this one is now."""
        return f"{self._render('moved.html', path=path)}\n"

    def _render(self, template: str, **values: Any) -> str:
        question = next((one for one in self.guide.questions if page_url(one.path) == self.url), None)
        found = _environment().get_template(template)
        return found.render(guide=self.guide, question=question, link=self.link, **values).strip()

    def _need(self, **names: str) -> str:
        """Note what a template says it needs, such as ``styles="room"``; print nothing there."""
        for kind, text in names.items():
            noted = self.needs.setdefault(kind, [])
            noted += [name for name in text.split() if name not in noted]
        return ""

    def _fingerprint(self) -> str:
        return str(edition_of(self.guide)["fingerprint"])

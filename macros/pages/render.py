"""Turns the guide into HTML. The only writer of HTML in this package.

The macros plugin's own Jinja environment does not escape what it prints, so that a statement
holding ``<b>`` would become markup. This one does, always.
"""

import posixpath
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.content.guide import Guide
from macros.content.question import Question
from macros.content.source import page_url
from macros.edition.edition import edition_of
from macros.pages import reference

TEMPLATES = Path(__file__).parent / "templates"


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
    """

    guide: Guide
    url: str

    def _render(self, template: str, **values: Any) -> str:
        html = _environment().get_template(template).render(guide=self.guide, link=self.link, **values)
        # Markdown treats a line of HTML as text where it is indented or follows text directly.
        return "\n" + html.strip() + "\n"

    def link(self, path: str) -> str:
        """Return the address of a file of ``docs/`` as seen from this page."""
        relative = posixpath.relpath(page_url(path) or ".", self.url or ".")
        return f"{relative}/" if path.endswith(".md") else relative

    def checklist(self, question: Question) -> str:
        """Return the checklist of one question."""
        return self._render("checklist.html", question=question)

    def part(self, name: str) -> str:
        """Return a part that is about the whole guide: ``whole_checklist`` is ``whole-checklist.html``."""
        fingerprint = edition_of(self.guide)["fingerprint"]
        return self._render(f"{name.replace('_', '-')}.html", fingerprint=fingerprint)

    def moved(self, path: str) -> str:
        """Return a whole page that sends a reader on to where this one is now."""
        return self._render("moved.html", path=path).lstrip()

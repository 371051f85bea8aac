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
from markupsafe import Markup, escape

from macros.content.address import is_public
from macros.content.guide import Guide
from macros.content.question import Statement
from macros.content.source import page_url
from macros.edition.edition import edition_of
from macros.pages import reference
from macros.pages.nhs import nhs
from macros.pages.scan import scan_code
from macros.words.check import VALUE
from macros.words.words import Words, filled

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
    environment.globals["scan_code"] = scan_code
    return environment


def render_film(src: str, ending: str, name: str, language: str) -> str:
    """Return a film with controls, and with captions where they have a language."""
    film = _environment().get_template("film.html")
    return film.render(src=Markup(src), ending=ending, name=name, language=language).strip()


@dataclass(frozen=True)
class Renderer:
    """Renders the parts of one page.

    Attributes:
        guide: the whole guide.
        words: every word that is not prose.
        url: the address of the page being rendered, relative to the site, such as ``checklist/``.
        site_url: the whole address of the site, or "".
        needs: what its parts need of ``overrides/base.html``: the names of ``styles``, of ``scripts`` that
            run before the first paint and of what comes ``after`` the text, and the HTML of the ``messages``
            that its script can show.
    """

    guide: Guide
    words: Words
    url: str
    site_url: str = ""
    needs: dict[str, list[str]] = field(default_factory=dict)

    def link(self, path: str) -> str:
        """Return the address of a file of ``docs/`` as seen from this page."""
        relative = posixpath.relpath(page_url(path) or ".", self.url or ".")
        return f"{relative}/" if path.endswith(".md") else relative

    def published(self, path: str) -> str:
        """Return the whole address of a page of ``docs/``, or "" where nobody can open it from outside."""
        if not is_public(self.site_url) or path in self.guide.left_out:
            return ""
        return f"{self.site_url.rstrip('/')}/{page_url(path)}"

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
        given = {"guide": self.guide, "question": question, "link": self.link, "published": self.published}
        offered = {"word": self._word, "wording": self._wording, "date": self.words.date, "nhs": nhs}
        return found.render(given | offered | values).strip()

    def _word(self, key: str, **values: object) -> Markup:
        """Return a word as HTML."""
        forms = {form: filled(text, values) for form, text in self.words.forms(key).items()}
        return forms[""] if "" in forms else self._whose(**forms)

    def _wording(self, statement: Statement) -> Markup:
        """Return what a statement says, to one member and to the board."""
        return self._whose(mine=escape(statement.alone or statement.text), board=escape(statement.text))

    def _whose(self, mine: Markup, board: Markup) -> Markup:
        """Return what depends on whose answers a page holds: both where it can change, one hidden."""
        if mine == board or self.needs.get("whose") == ["board"]:
            return board
        return Markup(_environment().get_template("shared/whose.html").render(mine=mine, board=board))

    def _need(self, **names: str) -> str:
        """Note what a template says it needs, such as ``styles="room"``; print nothing there."""
        for kind, text in names.items():
            noted = self.needs.setdefault(kind, [])
            found = [self._messages(name) for name in text.split()] if kind == "messages" else text.split()
            noted += [each for each in found if each not in noted]
        return ""

    def _messages(self, name: str) -> str:
        """Return a template for each text of a group that the page's script can show."""
        values = {
            "word": self._message,
            "forms": self._forms,
            "keys_under": self.words.keys_under,
            "value": _value,
        }
        return self._render(f"messages/{name}.html", **values)

    def _message(self, key: str, **values: object) -> Markup:
        ((_, text),) = self._forms(key, **values)
        return text

    def _forms(self, key: str, **values: object) -> list[tuple[str, Markup]]:
        """Return each form of a word, such as ``-one``, with a place for each value that is not given."""
        forms = self.words.forms(key)
        return [
            (f"-{form}" if form else "", filled(text, _places(text) | values)) for form, text in forms.items()
        ]

    def _fingerprint(self) -> str:
        return str(edition_of(self.guide)["fingerprint"])


@cache
def _value(name: str) -> Markup:
    """Return the place in a message that a script fills."""
    return Markup(_environment().get_template("shared/value.html").render(name=name))


def _places(text: str) -> dict[str, object]:
    return {name: _value(name) for name in VALUE.findall(text)}

"""Forms of Markdown and HTML that a page would show as raw marks, or that the policy of a page refuses.

Each is a pattern over what a page says outside of code, with what to write instead. The policy is in
``macros/hosting.py``: a page that only looks right under ``mkdocs serve`` would be found by its readers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.problem import Problem, expected, shown
from macros.content.prose import prose_of
from macros.content.source import Page

ELSEWHERE = r"(?:https?:)?//"
# The blocks that base.yml has: https://facelessuser.github.io/pymdown-extensions/extensions/blocks/
BLOCKS = ("html", "details", "admonition", "caption", "note", "warning", "danger", "tip")


@dataclass(frozen=True)
class Form:
    """A form that a page cannot have.

    Attributes:
        pattern: how it is written.
        what: what is expected, for a message.
        example: what to write instead.
    """

    pattern: re.Pattern[str]
    what: str
    example: str


def form(pattern: str, what: str, example: str) -> Form:
    """Return a form that is written so, in small letters or in capitals."""
    return Form(re.compile(pattern, re.M | re.I), what, example)


MARKDOWN = (
    form(r'^ *=== +"[^"\n]*"', "headings, or details that open, in place of tabs", '??? note "Title"'),
    form(
        rf"^/{{3,}} +(?!(?:{'|'.join(BLOCKS)})\b)\w+",
        f"one of the blocks {', '.join(BLOCKS[:4])}",
        "/// details | Title",
    ),
    form(
        r"^\*\[[^\]\n]+\]:",
        "a link to the glossary in place of an abbreviation that shows on hovering",
        "[ICB](../glossary.md)",
    ),
    form(
        r"\$\$.+?\$\$|\\\(.+?\\\)",
        "words or a picture in place of a formula",
        "![The formula in words](../assets/formula.svg)",
    ),
    form(
        r"\{(?:\+\+|--|~~|>>)[^}\n]+(?:\+\+|--|~~|<<)\}",
        "the words as they are published, without marks of a change",
        "==the words==, to mark them",
    ),
)
# In pages and in templates.
FRAMES = (
    form(
        rf"!\[[^\]\n]*\]\(\s*<?{ELSEWHERE}[^)\s]*",
        "a picture in the folder docs",
        "![What it shows](../assets/images/picture.png)",
    ),
    form(
        rf"<(?:img|video|audio|source|track)\b[^>]*\bsrc\s*=\s*[\"']?{ELSEWHERE}[^\"'\s>]*",
        "a file in the folder docs",
        'src="../../assets/film.mp4"',
    ),
    form(
        r"<(?:iframe|frame|embed|object)\b",
        "a link in place of what another site shows in a frame",
        "[Watch the film](https://example.org/film)",
    ),
    form(r"<form\b", "a link to the form: a page sends nothing", "[Give feedback](https://example.org/form)"),
    form(
        r"<[a-z][^>]*\sstyle\s*=|\{:?[^}\n]*\bstyle\s*=",
        "a class and a style sheet under extra_css in place of a style",
        "{ .my-class }",
    ),
    form(
        r"<[a-z][^>]*\son[a-z]+\s*=",
        "a script under extra_javascript in place of one in the page",
        "extra_javascript: [assets/trust.js]",
    ),
)
REFUSED = (
    *FRAMES,
    form(
        r"<script\b",
        "a file under extra_javascript in mkdocs.yml in place of a script",
        "extra_javascript: [assets/trust.js]",
    ),
    form(
        r"<style\b|<link\b[^>]*stylesheet",
        "a file under extra_css in mkdocs.yml in place of a style sheet",
        "extra_css: [assets/trust.css]",
    ),
)
# In code, where the other forms are text to show.
DRAWN = re.compile(r"^ *(?:`{3,}|~{3,}) *\{? *\.?(mermaid|math)\b", re.M)
DRAWING = (
    "a drawing as an SVG file, with words that say the same",
    "![What it shows](../assets/drawing.svg)",
)


def check_forms(page: Page) -> Iterator[Problem]:
    """Yield each form of a page that its readers would see as marks, or not at all."""
    prose = prose_of(page)
    for form in (*MARKDOWN, *REFUSED):
        for found in form.pattern.finditer(prose):
            yield _problem(page, prose, found, form.what, form.example)
    for found in DRAWN.finditer(page.body):
        yield _problem(page, page.body, found, *DRAWING)


def _problem(page: Page, text: str, found: re.Match[str], what: str, example: str) -> Problem:
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    line = page.body_line + text.count("\n", 0, start)
    return Problem(page.file, line, "text", expected(what, shown(found[0].strip()), example))

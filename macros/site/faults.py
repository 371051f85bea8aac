"""What is wrong with a page that was built, and that nothing before could see."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from macros.content.guide import Guide
from macros.content.problem import GuideError, Problem, expected, shown
from macros.content.source import Page, page_url
from macros.pages.render import PARTS

ID = re.compile(r'<(?P<tag>[a-z][a-z0-9]*)\b[^>]*?\sid="(?P<id>[^"]+)"')
HEADING = re.compile(r'<h[1-6]\b[^>]*?\sid="(?P<id>[^"]+)"[^>]*>(?P<words>.*?)</h[1-6]>', re.S)
CODE = re.compile(r"<(code|pre|script|textarea)\b.*?</\1>|<!--.*?-->", re.S)
CALL = re.compile(rf"\{{\{{[-+]?\s*(?:{'|'.join(PARTS)})\s*\(.*?\)\s*[-+]?\}}\}}", re.S)
ICON = re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:")
TAG = re.compile(r"<[^>]*>")


def check_built(site: Path, pages: Sequence[Page], guide: Guide) -> None:
    """Check each page of a built site.

    Args:
        site: the folder the site was built into.
        pages: the pages that it was built from.
        guide: what they and the settings say: data, which is shown as it is written.

    Raises:
        GuideError: an id stands twice in a page, or a mark was left that should have become something.
    """
    problems: list[Problem] = []
    data = _data(guide)
    for page in pages:
        file = site / page_url(page.path) / "index.html"
        if file.is_file():
            html = file.read_text(encoding="utf-8")
            problems += [*_ids(page, html), *_left(page, html, data)]
    if problems:
        raise GuideError(problems)


def _ids(page: Page, html: str) -> Iterator[Problem]:
    """Yield each heading with an id that something else in the page has: links would lead there."""
    counts = Counter(found["id"] for found in ID.finditer(html))
    for heading in HEADING.finditer(html):
        if counts[heading["id"]] > 1:
            words = " ".join(TAG.sub("", heading["words"]).split())
            what = f"an id of its own for this heading, as another part of the page has {heading['id']}"
            example = f"## {words} {{ #our-{heading['id']} }}"
            yield Problem(
                page.file,
                _line(page, rf"^#+ *{re.escape(words)}"),
                "heading",
                expected(what, shown(words), example),
            )


def _data(guide: Guide) -> list[str]:
    """Return the texts of questions and settings, as HTML has them, the longest first."""
    texts = {question.ask for question in guide.questions}
    for statement in (one for question in guide.questions for one in question.statements):
        texts |= {statement.text, statement.alone or "", statement.ask_for or ""}
    for section in (guide.settings.publisher, guide.settings.accessibility):
        texts |= set(vars(section).values()) if section else set()
    return sorted(
        {escape(text, quote=False) for text in texts if ":" in text or "{" in text}, key=len, reverse=True
    )


def _left(page: Page, html: str, data: Sequence[str]) -> Iterator[Problem]:
    """Yield each call and each icon that the page shows as it is written."""
    seen = CODE.sub("", html)
    for text in data:
        seen = seen.replace(text, "")
    for found in CALL.finditer(seen):
        line, what = (
            _line(page, re.escape(found[0])),
            "the part, outside of titles and without render_macros: false",
        )
        yield Problem(
            page.file, line, "text", expected(what, shown(found[0]), "`{{ ... }}` in backticks, to show it")
        )
    for found in ICON.finditer(seen):
        line, what = _line(page, re.escape(found[0])), "the name of an icon of Material's"
        yield Problem(page.file, line, "text", expected(what, shown(found[0]), ":material-check:"))


def _line(page: Page, pattern: str) -> int:
    """Return the line on which a page first has something; the first where it stands in another file."""
    found = re.search(pattern, page.body, re.M)
    return page.body_line + page.body.count("\n", 0, found.start()) if found else 1

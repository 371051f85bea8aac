"""What a page says outside of code: the call of its checklist, and links to pages that are not published.

MkDocs only notes a link to a page that ``exclude_docs`` leaves out, and publishes it dead.
"""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from macros.content.navigation import ELSEWHERE
from macros.content.problem import Problem, expected, shown
from macros.content.source import Page, Source, is_question_page

CALL = re.compile(r"\{\{[-+]?\s*checklist\s*\(\s*\)\s*[-+]?\}\}")
FENCED = r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[`~]*[ \t]*$"
TICKED = r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(f"{FENCED}|{TICKED}", re.M | re.S)
INLINE = r"\]\(\s*<?(?P<inline>[^)\s<>]+)"
REFERENCE = r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"
LINK = re.compile(f"{INLINE}|{REFERENCE}", re.M)


def prose_of(page: Page) -> str:
    """Return what a page says outside of code, with as many lines as it has."""
    return CODE.sub(lambda code: "\n" * code[0].count("\n"), page.body)


def check_calls(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the calls of ``checklist()``: one on a question page, none elsewhere."""
    call, remedy = "{{ checklist() }}", "take this line out"
    prose = prose_of(page)
    lines = [page.body_line + prose.count("\n", 0, match.start()) for match in CALL.finditer(prose)]
    if not is_question_page(page):
        wrong = [(line, "no checklist on a page without a question", call, remedy) for line in lines]
    elif lines:
        got = f"one more (the first is on line {lines[0]})"
        wrong = [(line, "1 checklist on a page", got, remedy) for line in lines[1:]]
    else:
        wrong = [(page.body_line, "a checklist on this page", "none", call)]
    for line, what, got, example in wrong:
        yield Problem(page.file, line, "checklist()", expected(what, got, example))


def check_links(page: Page, source: Source) -> Iterator[Problem]:
    """Yield each link of a page to a page that is not there, or that is left out."""
    prose = prose_of(page)
    for match in LINK.finditer(prose):
        link = match["inline"] or match["reference"]
        path = unquote(urlsplit(link).path)
        if ELSEWHERE.match(link) or not path.endswith(".md"):
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        if target not in source.files:
            line = page.body_line + prose.count("\n", 0, match.start())
            yield Problem(page.file, line, "link", _message(page, link, target, source))


def _message(page: Page, link: str, target: str, source: Source) -> str:
    if (source.docs_dir / target).is_file():
        got = f"{shown(link)}, which exclude_docs leaves out"
        return expected("a page that is published", got, "keep the words and take the link away")
    pages = [other.path for other in source.pages]
    like = get_close_matches(target, pages, n=1, cutoff=0.0) or ["index.md"]
    example = posixpath.relpath(like[0], posixpath.dirname(page.path) or ".")
    return expected("a page that is there", shown(link), example)

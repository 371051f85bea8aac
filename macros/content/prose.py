"""What a page says outside of code: the call of its checklist, and links to files that are not there.

A link to a page that ``exclude_docs`` leaves out is no problem: of that, the words alone are published
(``macros/site/left_out.py``).
"""

import posixpath
import re
from collections.abc import Iterator, Set
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from macros.content.navigation import ELSEWHERE
from macros.content.problem import Problem, expected, shown
from macros.content.source import Page, Source, is_question_page

CALL = re.compile(r"\{\{[-+]?\s*checklist\s*\(\s*\)\s*[-+]?\}\}")
BRACES = re.compile(r"\{([{%].*?[%}])\}", re.S)
NAME_CALLED = re.compile(r"\b(\w+)\s*\(")
FENCED = r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[`~]*[ \t]*$"
TICKED = r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(f"{FENCED}|{TICKED}", re.M | re.S)
INLINE = r"\]\(\s*<?(?P<inline>[^)\s<>]+)"
REFERENCE = r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"
LINK = re.compile(f"{INLINE}|{REFERENCE}", re.M)


def prose_of(page: Page) -> str:
    """Return what a page says outside of code, with as many lines as it has."""
    return CODE.sub(lambda code: "\n" * code[0].count("\n"), page.body)


def calls_any(page: Page, names: Set[str]) -> bool:
    """Whether a page calls one of these in its prose. A call in code is text."""
    called = " ".join(BRACES.findall(prose_of(page)))
    return not names.isdisjoint(NAME_CALLED.findall(called))


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
    """Yield each link of a page to a file that is not there."""
    prose = prose_of(page)
    for match in LINK.finditer(prose):
        link = match["inline"] or match["reference"]
        path = unquote(urlsplit(link).path)
        if ELSEWHERE.match(link) or not posixpath.splitext(path)[1]:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        if target not in source.files and target not in source.left_out:
            line = page.body_line + prose.count("\n", 0, match.start())
            yield Problem(page.file, line, "link", _message(page, link, target, source))


def _message(page: Page, link: str, target: str, source: Source) -> str:
    ending = posixpath.splitext(target)[1]
    files = [file for file in sorted(source.files) if file.endswith(ending)]
    like = get_close_matches(target, files, n=1, cutoff=0.0) or ["index.md"]
    example = posixpath.relpath(like[0], posixpath.dirname(page.path) or ".")
    what = "a page that is there" if ending == ".md" else "a file that is there"
    return expected(what, shown(link), example)

"""Links in prose to pages that are not published.

MkDocs only notes a link to a page that ``exclude_docs`` leaves out, and publishes it dead.
"""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from macros.content.checks import ELSEWHERE, prose_of
from macros.content.problem import Problem, expected, shown
from macros.content.source import Page, Source

INLINE = r"\]\(\s*<?(?P<inline>[^)\s<>]+)"
REFERENCE = r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"
LINK = re.compile(f"{INLINE}|{REFERENCE}", re.M)


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

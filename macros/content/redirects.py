"""Where a page was before it was renamed: ``moved_from`` sends readers on from there."""

import posixpath
from collections.abc import Iterator, Sequence

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.rules import Rule, is_line
from macros.content.source import Page, page_url

MOVED_FROM = Rule(
    what="a list of the paths that this page had",
    says="Addresses that the page had before you renamed its file. Each sends readers on to the page, so "
    "that their links go on working. A path is that of the file in the folder `docs`.",
    default="none",
    example="[questions/old-name.md]",
    required=False,
)


def read_moved(pages: Sequence[Page], problems: list[Problem]) -> dict[str, str]:
    """Return for each address that a page had, such as ``questions/old-name/``, the path of that page."""
    taken = {page_url(page.path): page.file for page in pages}
    moved: dict[str, str] = {}
    for page in pages:
        for entry in _old_paths(page, problems):
            url = page_url(entry.raw)
            problems += _check_old_path(entry, taken.get(url, ""))
            taken.setdefault(url, f"{entry.file}:{entry.line}")
            moved[url] = page.path
    return moved


def _old_paths(page: Page, problems: list[Problem]) -> list[Node]:
    if not page.meta or "moved_from" not in page.meta.mapping:
        return []
    node = page.meta.get("moved_from")
    if isinstance(node.value, list):
        return node.value
    problems.append(node.problem(MOVED_FROM.what, MOVED_FROM.example))
    return []


def _check_old_path(entry: Node, taken_by: str) -> Iterator[Problem]:
    """Yield what is wrong with a path that a page had."""
    example, path = "questions/old-name.md", entry.value if isinstance(entry.value, str) else ""
    inside = posixpath.normpath(path) == path and not path.startswith(("/", ".."))
    if not path.endswith(".md") or not inside or not is_line(path):
        yield entry.problem("a path that this page had in the folder docs", example)
    elif taken_by:
        yield entry.problem("a path that no page has now", example, f"{entry.got}, the same as {taken_by}")

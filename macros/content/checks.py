"""What must be true of a page beside its page data: its place in ``nav``, its call, where it was before."""

import posixpath
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from pathspec import GitIgnoreSpec

from macros.content.located import Node
from macros.content.problem import Problem, expected
from macros.content.rules import is_line
from macros.content.source import Page, page_url

CALL = re.compile(r"\{\{[-+]?\s*checklist\s*\(\s*\)\s*[-+]?\}\}")
BRACES = re.compile(r"\{([{%].*?[%}])\}", re.S)
NAME_CALLED = re.compile(r"\b(\w+)\s*\(")
FENCED = r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[`~]*[ \t]*$"
INLINE = r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(f"{FENCED}|{INLINE}", re.M | re.S)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


def is_question_page(page: Page) -> bool:
    """Whether a page has a question, or lies where every page needs one."""
    path = PurePosixPath(page.path)
    has_question = page.meta is not None and "question" in page.meta.mapping
    return has_question or (path.parts[0] == "questions" and path.name != "index.md")


def check_addresses(config: Node) -> Iterator[Problem]:
    """Yield a problem where pages would have addresses that links, search and offline use do not know."""
    directory_urls = config.get("use_directory_urls")
    if directory_urls.value is False:
        yield directory_urls.problem(
            "true: the address of a page ends in a slash", "take this line out", "false"
        )


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


def nav_entries(nav: Node, problems: list[Problem]) -> Iterator[Node]:
    """Yield the paths in ``nav`` in order, however deep, each with the column of its dash."""
    match nav.value:
        case str():
            yield nav
        case list(items):
            for item in items:
                yield from nav_entries(item, problems)
        case dict(sections):
            for section in sections.values():
                yield from nav_entries(replace(section, column=nav.column), problems)
        case _:
            problems.append(nav.problem("a page, or a list of pages", "index.md"))


def check_files(entries: Sequence[Node], files: frozenset[str]) -> Iterator[Problem]:
    """Yield each entry of ``nav`` that names no published file, or one named before."""
    lines: dict[str, int] = {}
    for entry in entries:
        path = str(entry.value)
        if path in lines:
            got = f"{entry.got} here and on line {lines[path]}"
            yield entry.problem("each page once", "keep one of the 2 lines", got)
        elif path not in files and not ELSEWHERE.match(path):
            what = "a page that is there, and that exclude_docs does not leave out"
            like = get_close_matches(path, sorted(files), n=1, cutoff=0.0) or ["index.md"]
            yield entry.problem(what, like[0], f"{entry.got}: correct the line or take it out")
        lines.setdefault(path, entry.line)


def check_listed(pages: Sequence[Page], entries: Sequence[Node], nav: Node) -> Iterator[Problem]:
    """Yield each of these pages that ``nav`` leaves out, with the line to paste after the last of them."""
    paths = {page.path for page in pages}
    listed = {entry.value for entry in entries}
    neighbours = [entry for entry in entries if entry.value in paths] or entries
    after = neighbours[-1] if neighbours else replace(nav, column=nav.column + 2)
    for page in pages:
        if page.path not in listed:
            what = f"a line for {page.path}"
            got = (
                f"none. Paste the example after line {after.line}, "
                f"or leave the page out with a line /{page.path} under exclude_docs"
            )
            yield nav.problem(what, f"{' ' * after.column}- {page.path}", got)


def check_any(pages: Sequence[Page], nav: Node) -> Iterator[Problem]:
    """Yield a problem where no page has a question."""
    if not pages:
        yield nav.problem("at least 1 question page", "- questions/users.md", "none")


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
    problems.append(node.problem("a list of the paths that this page had", "[questions/old-name.md]"))
    return []


def _check_old_path(entry: Node, taken_by: str) -> Iterator[Problem]:
    """Yield what is wrong with a path that a page had."""
    example, path = "questions/old-name.md", entry.value if isinstance(entry.value, str) else ""
    inside = posixpath.normpath(path) == path and not path.startswith(("/", ".."))
    if not path.endswith(".md") or not inside or not is_line(path):
        yield entry.problem("a path that this page had in the folder docs", example)
    elif taken_by:
        yield entry.problem("a path that no page has now", example, f"{entry.got}, the same as {taken_by}")


def other_pages(pages: Sequence[Page], not_in_nav: Node) -> list[Page]:
    """Return the pages without a question that need a line in ``nav``, as MkDocs has it."""
    lines = not_in_nav.value.splitlines() if isinstance(not_in_nav.value, str) else []
    unlisted = GitIgnoreSpec.from_lines(lines)
    return [page for page in pages if not is_question_page(page) and not unlisted.match_file(page.path)]

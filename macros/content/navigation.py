"""The list of pages, ``nav``: which files it names, in which order, and which pages it has to name."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from difflib import get_close_matches
from unicodedata import normalize

from pathspec import GitIgnoreSpec

from macros.content.located import Node
from macros.content.problem import Problem, shown
from macros.content.source import Page, Source, is_question_page

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


def read_order(source: Source, problems: list[Problem]) -> list[str]:
    """Return the paths of the question pages in the order of ``nav``; ``problems`` gets what is wrong."""
    if source.config is None or not source.docs_dir.is_dir():
        return []
    nav = source.config.get("nav")
    if not isinstance(nav.value, list):
        problems.append(nav.problem("a list of pages", "- questions/users.md"))
        return []
    entries = list(_entries(nav, problems))
    questions = [page for page in source.pages if is_question_page(page)]
    others = _others(source.pages, source.config.get("not_in_nav"))
    problems += [*_check_files(entries, source.files), *_check_any(questions, nav)]
    problems += [*_check_listed(questions, entries, nav), *_check_listed(others, entries, nav)]
    paths = {page.path for page in questions}
    problems += _check_titles(nav, paths)
    return [str(entry.value) for entry in entries if entry.value in paths]


def _entries(nav: Node, problems: list[Problem]) -> Iterator[Node]:
    """Yield the paths in ``nav`` in order, however deep, each with the column of its dash."""
    match nav.value:
        case str():
            yield nav
        case list(items):
            for item in items:
                yield from _entries(item, problems)
        case dict(sections):
            for section in sections.values():
                yield from _entries(replace(section, column=nav.column), problems)
        case _:
            problems.append(nav.problem("a page, or a list of pages", "index.md"))


def _check_files(entries: Sequence[Node], files: frozenset[str]) -> Iterator[Problem]:
    """Yield each entry of ``nav`` that names no published file, or one named before."""
    lines: dict[str, int] = {}
    for entry in entries:
        path = str(entry.value)
        if path in lines:
            got = f"{entry.got} here and on line {lines[path]}"
            yield entry.problem("each page once", "keep one of the 2 lines", got)
        elif path not in files and _composed(path) in map(_composed, files):
            what = "the name of the file, letter by letter"
            got = f"{entry.got}, whose accents are kept in another way than the file's"
            plain = normalize("NFKD", path).encode("ascii", "ignore").decode()
            yield entry.problem(what, f"{plain}, here and as the name of the file", got)
        elif path not in files and not ELSEWHERE.match(path):
            what = "a page that is there, and that exclude_docs does not leave out"
            like = get_close_matches(path, sorted(files), n=1, cutoff=0.0) or ["index.md"]
            yield entry.problem(what, like[0], f"{entry.got}: correct the line or take it out")
        lines.setdefault(path, entry.line)


def _check_titles(nav: Node, questions: Set[str]) -> Iterator[Problem]:
    """Yield each title that ``nav`` gives to a question page: its own is shown everywhere."""
    for item in nav.value if isinstance(nav.value, list) else []:
        for title, section in item.mapping.items():
            if isinstance(section.value, str) and section.value in questions:
                what = "no title for a question page, as its own title is shown"
                yield section.problem(what, f"- {section.value}", shown(title))
            yield from _check_titles(section, questions)


def _composed(path: str) -> str:
    """Return a path with each accent in its letter: macOS may keep them apart, and both look the same."""
    return normalize("NFC", path)


def _check_listed(pages: Sequence[Page], entries: Sequence[Node], nav: Node) -> Iterator[Problem]:
    """Yield each of these pages that ``nav`` leaves out, with the line to paste after the last of them."""
    paths = {page.path for page in pages}
    listed = {_composed(str(entry.value)) for entry in entries}
    neighbours = [entry for entry in entries if entry.value in paths] or entries
    after = neighbours[-1] if neighbours else replace(nav, column=nav.column + 2)
    for page in pages:
        if _composed(page.path) not in listed:
            what = f"a line for {page.path}"
            got = (
                f"none. Paste the example after line {after.line}, "
                f"or leave the page out with a line /{page.path} under exclude_docs"
            )
            yield nav.problem(what, f"{' ' * after.column}- {page.path}", got)


def _check_any(pages: Sequence[Page], nav: Node) -> Iterator[Problem]:
    """Yield a problem where no page has a question."""
    if not pages:
        yield nav.problem("at least 1 question page", "- questions/users.md", "none")


def _others(pages: Sequence[Page], not_in_nav: Node) -> list[Page]:
    """Return the pages without a question that need a line in ``nav``, as MkDocs has it."""
    lines = not_in_nav.value.splitlines() if isinstance(not_in_nav.value, str) else []
    unlisted = GitIgnoreSpec.from_lines(lines)
    return [page for page in pages if not is_question_page(page) and not unlisted.match_file(page.path)]

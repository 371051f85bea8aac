"""Files to raw data with line numbers. The only reader of YAML in this package, by way of ``located.py``.

MkDocs publishes front matter that it cannot read as text, and says nothing: hence a reader of our own.
"""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from macros.content.files import name_of, read_templates, read_text, recorded_pages
from macros.content.located import Node, Yaml
from macros.content.problem import Problem, expected, shown

# What MkDocs leaves out by itself: mkdocs/structure/files.py
ALWAYS_EXCLUDED = (".*", "/templates/")
# What MkDocs takes for a page (mkdocs/utils/__init__.py); pages of ours end in .md.
PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
FENCE = re.compile(r"---[ \t]*$", re.M)
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.M | re.S)


@dataclass(frozen=True)
class Page:
    """A page of the site.

    Attributes:
        path: path in the folder of pages, such as ``questions/users.md``.
        file: path from the project's folder.
        meta: front matter, always a mapping; None where there is none, or none that can be read.
        body: what follows the front matter.
        body_line: line of the file on which the body starts.
        readable: False where the source's problems say why the page could not be read.
    """

    path: str
    file: str
    meta: Node | None = None
    body: str = ""
    body_line: int = 1
    readable: bool = True


@dataclass(frozen=True)
class Source:
    """Everything a guide is made from.

    Attributes:
        folder: the project's folder, which holds the configuration file.
        docs_dir: the folder of pages.
        config: ``mkdocs.yml`` with what it inherits; None where any of it cannot be read.
        pages: every page that is published, by path.
        files: paths in ``docs_dir`` of every file that is published.
        left_out: paths in ``docs_dir`` of every page that is not.
        problems: what was wrong while reading.
        recorded: paths in ``docs_dir`` that pages of questions have in recorded editions.
        templates: the text of each template, by its path in ``folder``.
    """

    folder: Path
    docs_dir: Path
    config: Node | None
    pages: Sequence[Page]
    files: frozenset[str]
    left_out: frozenset[str]
    problems: Sequence[Problem]
    recorded: frozenset[str] = frozenset()
    templates: Mapping[str, str] = field(default_factory=dict)


def page_url(path: str) -> str:
    """Return the address of a file of ``docs/``, relative to the site: ``a/b.md`` gives ``a/b/``."""
    stem, is_page = path.removesuffix(".md"), path.endswith(".md")
    if not is_page:
        return path
    if posixpath.basename(stem) == "index":
        stem = posixpath.dirname(stem)
    return f"{stem}/" if stem else ""


def is_question_page(page: Page) -> bool:
    """Whether a page has a question, or lies where every page needs one."""
    path = PurePosixPath(page.path)
    has_question = page.meta is not None and "question" in page.meta.mapping
    return has_question or (path.parts[0] == "questions" and path.name != "index.md")


def read_source(config_file: Path) -> Source:
    """Read the configuration and every published page.

    What is wrong in a file is kept in the source's ``problems``.

    Raises:
        OSError: a file cannot be opened.
    """
    problems: list[Problem] = []
    file = config_file.absolute()
    folder = file.parent
    config = _read_config(file, folder, problems)
    known = config or Node({}, file.name, 1)
    docs = known.get("docs_dir")
    docs_dir = folder / (docs.raw or "docs")
    if not (docs.value is None or isinstance(docs.value, str)) or not docs_dir.is_dir():
        problems.append(docs.problem("a folder", "docs", "no folder docs" if docs.value is None else ""))
    files = frozenset(_published(docs_dir, known.get("exclude_docs"), problems))
    left_out = {file.relative_to(docs_dir).as_posix() for file in docs_dir.rglob("*.md")} - files
    problems += _misnamed(files, docs_dir, folder)
    paths = sorted(path for path in files if path.endswith(".md"))
    pages = [_read_page(docs_dir / path, path, folder, problems) for path in paths]
    templates = read_templates(folder, docs_dir, problems)
    recorded = recorded_pages(folder)
    return Source(folder, docs_dir, config, pages, files, frozenset(left_out), problems, recorded, templates)


def stamp_of(config_file: Path) -> object:
    """Return what differs as soon as a file that ``read_source`` reads does.

    Raises:
        OSError: a file cannot be opened.
    """
    file = config_file.absolute()
    problems: list[Problem] = []
    config = _read_config(file, file.parent, problems)
    docs_dir = file.parent / ((config and config.get("docs_dir").raw) or "docs")
    stats = [(path, path.stat()) for path in sorted(docs_dir.rglob("*")) if path.is_file()]
    return config, problems, [(path, stat.st_size, stat.st_mtime_ns) for path, stat in stats]


def _read_config(
    file: Path, folder: Path, problems: list[Problem], heirs: tuple[Path, ...] = ()
) -> Node | None:
    """Return the configuration with what it inherits, or None where any of it cannot be read."""
    name = name_of(file, folder)
    text = read_text(file, name, problems)
    config = None if text is None else Yaml(name, 1, "file", problems).read(text)
    inherit = config and config.get("INHERIT")
    if not config or not inherit or inherit.value is None:
        return config
    parent = Path(os.path.normpath(file.parent / inherit.raw))
    if not isinstance(inherit.value, str) or not parent.is_file() or parent in (file, *heirs):
        problems.append(inherit.problem("another configuration file", "base.yml"))
        return None
    far = _read_config(parent, folder, problems, (file, *heirs))
    return far and config.over(far)


def _published(docs_dir: Path, exclude: Node, problems: list[Problem]) -> Iterator[str]:
    """Yield the paths in ``docs_dir`` that ``exclude_docs`` does not leave out."""
    lines = exclude.value.splitlines() if isinstance(exclude.value, str) else []
    try:
        excluded = GitIgnoreSpec.from_lines([*ALWAYS_EXCLUDED, *lines])
    except ValueError:
        lines = []
        excluded = GitIgnoreSpec.from_lines(ALWAYS_EXCLUDED)
    if exclude.value is not None and not lines:
        problems.append(exclude.problem("patterns as in .gitignore, one a line", "/questions/users.md"))
    for file in docs_dir.rglob("*"):
        path = file.relative_to(docs_dir).as_posix()
        if file.is_file() and not excluded.match_file(path):
            yield path


def _misnamed(files: frozenset[str], docs_dir: Path, folder: Path) -> Iterator[Problem]:
    """Yield a problem for each page that MkDocs would publish, or copy, without its question."""
    for path in files:
        stem, ending = posixpath.splitext(path)
        if ending.lower() in PAGE_ENDINGS and ending != ".md":
            message = expected(
                "a page whose name ends in .md", shown(ending), f"{posixpath.basename(stem)}.md"
            )
            yield Problem(name_of(docs_dir / path, folder), 1, "file name", message)


def _read_page(file: Path, path: str, folder: Path, problems: list[Problem]) -> Page:
    """Return the page; what cannot be read is added to ``problems``."""
    name = name_of(file, folder)
    text = read_text(file, name, problems)
    if text is None:
        return Page(path, name, readable=False)
    if not FENCE.match(text):
        return Page(path, name, body=text)
    front = FRONT_MATTER.match(text)
    if not front:
        message = expected("a second line of ---", "the end of the file", "---")
        problems.append(Problem(name, 1, "front matter", message))
        return Page(path, name, readable=False)
    meta = Yaml(name, 2, "front matter", problems).read(front[1])
    body_line = text.count("\n", 0, front.end()) + 1
    return Page(path, name, meta, text[front.end() :], body_line, readable=meta is not None)

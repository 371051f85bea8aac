"""The text of files, and what is wrong with any of them: how it is saved, and what a merge left in it."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.problem import Problem, expected, shown

# What Git writes around two versions: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
CONFLICT = re.compile(r"^(?:<{7}|>{7}) .*$", re.M)
TEMPLATES = ("overrides", "macros/pages/templates")


def name_of(file: Path, folder: Path) -> str:
    """Return a file's path from the project's folder."""
    return Path(os.path.relpath(file, folder)).as_posix()


def read_text(file: Path, name: str, problems: list[Problem]) -> str | None:
    r"""Return what the file says with lines that end in \n, or None and a problem.

    Raises:
        OSError: the file cannot be opened.
    """
    data = file.read_bytes()
    try:
        text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        got = f"the byte {data[error.start]:02x} at offset {error.start}"
        message = expected("text saved as UTF-8", got, 'choose the encoding UTF-8 under "Save as"')
        problems.append(Problem(name, line, "file", message))
        return None
    conflicts = list(_conflicts(text, name))
    problems += conflicts
    return None if conflicts else text


def _conflicts(text: str, name: str) -> Iterator[Problem]:
    """Yield the first mark that a merge left: the others belong to it."""
    for found in list(CONFLICT.finditer(text))[:1]:
        line = text.count("\n", 0, found.start()) + 1
        what = "one version of these lines: a merge left both, with marks around them"
        example = "keep the words that you want, and take out the lines of <, = and >"
        yield Problem(name, line, "file", expected(what, shown(found[0]), example))


def read_templates(folder: Path, docs_dir: Path, problems: list[Problem]) -> dict[str, str]:
    """Return the text of each template of a project, by its path; style sheets and scripts are looked at too.

    Raises:
        OSError: a file cannot be opened.
    """
    files = [file for name in TEMPLATES for file in (folder / name).rglob("*.html")]
    files += [file for ending in ("css", "js") for file in docs_dir.rglob(f"*.{ending}")]
    names = {name_of(file, folder): file for file in sorted(files)}
    texts = {name: read_text(file, name, problems) for name, file in names.items()}
    return {name: text for name, text in texts.items() if text and name.endswith(".html")}


def recorded_pages(folder: Path) -> frozenset[str]:
    """Return the path of each question's page in each recorded edition, as its file has it.

    A file that is no edition names none: ``macros/edition/edition.py`` says what is wrong with it.

    Raises:
        OSError: a file cannot be opened.
    """
    texts = (file.read_text("utf-8", errors="replace") for file in folder.glob("editions/*.json"))
    return frozenset(path for text in texts for path in _pages_in(text))


def _pages_in(text: str) -> Iterator[str]:
    try:
        yield from (question["page"] for question in json.loads(text)["questions"])
    except (ValueError, LookupError, TypeError):
        return

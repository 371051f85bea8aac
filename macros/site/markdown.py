"""What Markdown writes and a page cannot have: styles in cells, boxes without a name, films as pictures."""

import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from macros.pages.render import render_film

CELL = re.compile(r'<(?P<tag>t[hd])(?P<rest>[^>]*?) style="text-align: ?(?P<side>left|center|right);?"')
CLASS = re.compile(r' class="([^"]*)"')
# A box of a task list, and its words up to what stands below them.
TASK = re.compile(
    r'(<input type="checkbox" disabled[^>]*?) ?(/?>)(?P<words>.*?)(?=</li>|</p>|<[uo]l\b)', re.S
)
# A picture whose file is a film: the engines agree on its address, and not on one in HTML.
FILM = re.compile(
    r'<img (?=[^>]*?\bsrc="(?P<src>[^"]+)\.(?P<ending>mp4|webm)")(?=[^>]*?\balt="(?P<alt>[^"]*)")[^>]*>'
)
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


def tidy_markdown(site: Path) -> None:
    """Give cells classes, boxes of task lists names, and films controls, in every page of a built site."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        tidy = with_films(named_tasks(aligned_by_class(text)), file.parent)
        if tidy != text:
            file.write_text(tidy, encoding="utf-8")


def aligned_by_class(html: str) -> str:
    """Return a page with the alignment of cells in classes: the policy refuses a style in the page."""
    return CELL.sub(_with_class, html)


def _with_class(cell: re.Match[str]) -> str:
    found = CLASS.search(cell["rest"])
    names = f"{found[1]} " if found else ""
    return f'<{cell["tag"]}{CLASS.sub("", cell["rest"])} class="{names}align-{cell["side"]}"'


def named_tasks(html: str) -> str:
    """Return a page with each task's words as the name of its box (WCAG 2.2, success criterion 4.1.2)."""
    return TASK.sub(_named, html)


def _named(task: re.Match[str]) -> str:
    name = escape(" ".join(unescape(TAG.sub("", task["words"])).split()))
    return f'{task[1]} aria-label="{name}"{task[2]}{task["words"]}'


def with_films(html: str, folder: Path) -> str:
    """Return a page with a film in the place of each picture whose file is one, with captions from beside it.

    Args:
        html: the page.
        folder: where its addresses are relative to. ``talk.mp4`` has its captions in ``talk.vtt``.
    """
    language = LANGUAGE.search(html)

    def film(found: re.Match[str]) -> str:
        has_captions = (folder / unquote(f"{found['src']}.vtt")).is_file()
        lang = language[1] if language else "en"
        return render_film(
            found["src"], found["ending"], unescape(found["alt"]), lang if has_captions else ""
        )

    return FILM.sub(film, html)

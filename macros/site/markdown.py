"""What Markdown writes in a way that a page cannot have: styles in cells of a table, boxes without a name."""

import re
from html import escape, unescape
from pathlib import Path

CELL = re.compile(r'<(?P<tag>t[hd])(?P<rest>[^>]*?) style="text-align: ?(?P<side>left|center|right);?"')
CLASS = re.compile(r' class="([^"]*)"')
# A box of a task list, and its words up to what stands below them.
TASK = re.compile(r'(<input type="checkbox" disabled[^>]*?) ?(/?>)(?P<words>.*?)(?=</li>|</p>|<[uo]l\b)', re.S)
TAG = re.compile(r"<[^>]*>")


def tidy_markdown(site: Path) -> None:
    """Give classes to aligned cells, and names to the boxes of task lists, in every page of a built site."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        tidy = named_tasks(aligned_by_class(text))
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

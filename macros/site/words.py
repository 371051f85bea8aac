"""Puts words where ``overrides/`` ask for them: no engine lets its templates call us on every page."""

import re
from html import unescape
from pathlib import Path

from macros.words.words import Words, filled

# What the data of a page says is escaped, and never looks like this.
MARK = re.compile(r'&word:([a-z.-]+)((?: [a-z]+="[^"]*")*);')
VALUE = re.compile(r'([a-z]+)="([^"]*)"')


def write_words(site: Path, words: Words) -> None:
    """Put a word in the place of each mark, in every page of a built site.

    A mark is a key, as in ``&word:header.menu;``, a key and a form of it, as in ``&word:answers.open.mine;``,
    or a key with values that are escaped, as in ``&word:page.reviewed date="22 November 2026";``.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(MARK.sub(lambda mark: _word(mark, words), text), encoding="utf-8")


def marked_in(text: str) -> list[str]:
    """Return the names in the marks of a page or a template."""
    return [mark[1] for mark in MARK.finditer(text)]


def _word(mark: re.Match[str], words: Words) -> str:
    key, form = words.of_mark(mark[1])
    values = {name: unescape(text) for name, text in VALUE.findall(mark[2])}
    if "date" in values:
        values["date"] = words.date(values["date"])
    return filled(words.forms(key)[form], values)

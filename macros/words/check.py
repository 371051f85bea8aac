"""What a copy's own words may be: what our text of the same key has a place for, and no markup."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from macros.content.located import Node
from macros.content.problem import Problem, shown
from macros.content.rules import is_line

# One text, or a text for each form: a plural category, or whose answers a page holds.
Text: TypeAlias = str | Mapping[str, str]
VALUE = re.compile(r"\{(\w+)\}")
# https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
PLURALS = ("zero", "one", "two", "few", "many", "other")
# Where a language says "a day" or "two days" with no number in it.
WITHOUT_NUMBER = ("zero", "one", "two")
WHOSE = ("mine", "board")
# A tag, a character by its name, and what Markdown has for links and bold text.
MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;|\]\(|\*\*|__")


def check_key(node: Node, name: str, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem where there is no word with this key."""
    if name not in known:
        (nearest,) = get_close_matches(name, known, n=1, cutoff=0.0)
        what = "a key of macros/words/words.yml"
        yield node.problem(what, f"{nearest}:", f'the unknown key {shown(name)}, nearest to "{nearest}"')


def check_word(node: Node, ours: Text) -> Iterator[Problem]:
    """Yield what is wrong with the text, or the texts, that a copy has in place of ours."""
    if not isinstance(node.value, dict):
        yield from _check_text(node, node.key, _whole(ours))
    elif isinstance(ours, str):
        yield node.problem("a text", _line(node.key, ours))
    else:
        yield from _check_forms(node, ours)


def _check_forms(node: Node, ours: Mapping[str, str]) -> Iterator[Problem]:
    forms, needed = (WHOSE, WHOSE) if "mine" in ours else (PLURALS, ("other",))
    for form in needed:
        if form not in node.mapping:
            yield node.get(form).problem("a text", _line(form, ours[form]))
    for form, text in node.mapping.items():
        if form not in forms:
            example = _line(needed[-1], ours[needed[-1]])
            yield text.problem(f"one of {', '.join(forms)}", example, f"the key {shown(form)}")
        else:
            example = ours.get(form, _whole(ours))
            yield from _check_text(text, form, example, may_lack=form in WITHOUT_NUMBER)


def _check_text(node: Node, name: str, ours: str, *, may_lack: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with one text under its name; ``may_lack``: whether it may lack values of ours."""
    text, example = node.value, _line(name, ours)
    if node.kind:
        yield node.problem("a text", f'{name}: "{node.raw}"', f"{node.got}: put it in quotes")
    elif not isinstance(text, str) or not is_line(text):
        yield node.problem("a text on one line", example)
    elif MARKUP.search(text):
        yield node.problem("words without markup", example)
    else:
        found, known = set(VALUE.findall(text)), set(VALUE.findall(ours))
        if found - known or (known - found and not may_lack) or set("{}") & set(VALUE.sub("", text)):
            values = " and ".join(f"{{{value}}}" for value in sorted(known))
            yield node.problem(f"the text to have {values or 'nothing in curly brackets'}", example)


def _whole(text: Text) -> str:
    """Return the text that has every value: of several forms, ``other`` or what the board reads."""
    return text if isinstance(text, str) else text.get("other") or text["board"]


def _line(name: str, text: str) -> str:
    """Return the line of the file that says our text."""
    is_plain = re.fullmatch(r"[A-Za-z][^:#]*", text)
    return f"{name}: {text if is_plain else json.dumps(text, ensure_ascii=False)}"

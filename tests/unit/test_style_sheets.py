"""Colours, sizes of text and spaces are the NHS design system's, and have their names in base.css."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.site.comments import LEXERS, without_comments
from tests.support.building import PROJECT

SHEETS = sorted((PROJECT / "docs/assets/css").glob("*.css"))
TEMPLATES = sorted(
    file for folder in ("macros/pages/templates", "overrides") for file in (PROJECT / folder).rglob("*.html")
)
BASE = PROJECT / "docs/assets/css/base.css"
# https://service-manual.nhs.uk/design-system/styles/typography and …/spacing, in px
TYPE = {48, 36, 26, 22, 19, 16, 14}
SPACES = {4, 8, 16, 24, 32, 40, 48, 56, 64}
LEAST = 14
# Transparent, currentcolor and the colours that a reader forces are no colour of ours.
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<!-)\b(?:white|black)\b", re.I
)
SIZE = re.compile(r"var\(--type-\d+\)|inherit")
# What grows with the window or with the text around it says the least that it may be.
GROWING = re.compile(r"(?:clamp|max)\(var\(--type-\d+\), .*\)")
# Names that the NHS's components have: Markdown's own .grid > .card is Material's.
NAMES = (
    r"(?<![\w-])(?:button|card|checkbox|field|hint|inset|radio|tag|visually-hidden)"
    r"(?:--(?:secondary|small|warning))?(?![\w-])"
)
IN_A_SELECTOR = re.compile(rf"(?<!\.grid > )\.({NAMES})")
IN_A_CLASS = re.compile(rf'class="[^"]*?({NAMES})')
SPACE = re.compile(r"margin|padding|(?:row-|column-)?gap")


class Declaration(NamedTuple):
    """One line of a sheet: where it stands, the rules around it, and what it says."""

    sheet: str
    line: int
    rules: tuple[str, ...]
    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.sheet}:{self.line}: {self.name}: {self.value}"


def declarations(sheet: Path) -> Iterator[Declaration]:
    text = without_comments(sheet.read_text("utf-8"), LEXERS[".css"])
    rules: list[str] = []
    for part in re.finditer(r"([^{};]*)([{};])", text):
        said, ending = " ".join(part[1].split()), part[2]
        if ending == "{":
            rules.append(said)
        elif said:
            name, _, value = said.partition(":")
            line = text.count("\n", 0, part.end()) + 1
            yield Declaration(sheet.name, line, tuple(rules), name.strip(), value.strip())
        if ending == "}":
            rules.pop()


def all_of(pattern: re.Pattern[str]) -> list[Declaration]:
    return [said for sheet in SHEETS for said in declarations(sheet) if pattern.match(said.name)]


def on_paper(said: Declaration) -> bool:
    return said.sheet == "print.css" or any(rule.startswith("@media print") for rule in said.rules)


def px(length: str) -> float:
    """Return a length in px at the size of text that a browser starts with."""
    number = float(re.sub(r"[a-z]+$", "", length))
    return number * 16 if length.endswith("rem") else number


def is_a_size(said: Declaration) -> bool:
    """Whether a size of text has a name; on paper it is in points, and may follow the text around it."""
    if on_paper(said) and re.fullmatch(r"[\d.]+pt", said.value):
        return True
    if relative := re.fullmatch(r"([\d.]+)em", said.value):
        return float(relative[1]) * 16 >= LEAST
    return bool(SIZE.fullmatch(said.value) or GROWING.fullmatch(said.value))


def is_a_space(said: Declaration) -> bool:
    """Whether a space has a name.

    In em it grows with the text, in points it is on paper. 0px stands in max(), and 1px undoes a border.
    """
    unit = r"px|rem|vw|vh" if on_paper(said) else r"px|rem|vw|vh|pt|mm"
    return not re.search(rf"(?<![\w.-])-?(?![01]px)[\d.]+(?:{unit})\b", said.value)


def test_a_colour_has_a_name() -> None:
    """In base.css, and black text in print.css, in names alone; elsewhere nowhere."""
    named = {"base.css", "print.css"}
    found = [said for said in all_of(re.compile("")) if COLOUR.search(said.value)]
    wrong = [str(said) for said in found if said.sheet not in named or not said.name.startswith("--")]
    assert not wrong, f"give each a name in base.css: {wrong}"


def test_a_size_of_text_has_a_name() -> None:
    wrong = [str(said) for said in all_of(re.compile(r"font-size$")) if not is_a_size(said)]
    assert not wrong, f"use var(--type-…) of base.css: {wrong}"


def test_a_font_is_inherited() -> None:
    """The short form of all would hide a size; print.css sets it once, for paper."""
    assert {said.value for said in all_of(re.compile("font$"))} <= {"inherit", "12pt/1.4 sans-serif"}


def test_a_space_has_a_name() -> None:
    wrong = [str(said) for said in all_of(SPACE) if not is_a_space(said)]
    assert not wrong, f"use var(--space-…) of base.css: {wrong}"


@pytest.mark.parametrize("kind, scale", [("--type", TYPE), ("--space", SPACES)])
def test_the_names_are_the_steps_of_the_scale(kind: str, scale: set[int]) -> None:
    """The last one said for a name is that of a window with room."""
    last = {said.name: px(said.value) for said in declarations(BASE) if said.name.startswith(kind)}
    assert last == {f"{kind}-{step}": step for step in scale}


def test_no_text_is_smaller_than_14_px_in_any_window() -> None:
    sizes = [said for said in declarations(BASE) if said.name.startswith("--type")]
    assert sizes
    assert not [str(said) for said in sizes if px(said.value) < LEAST]


def test_every_name_that_is_used_exists() -> None:
    """A name with a typing mistake would be no size at all."""
    named = {said.name for said in all_of(re.compile("--"))}
    used = {name for said in all_of(re.compile("")) for name in re.findall(r"var\((--[\w-]+)", said.value)}
    assert not used - named


def test_what_the_nhs_has_has_the_nhs_s_name() -> None:
    """So that a designer knows it, and the NHS's own style sheet fits over ours."""
    rules = {sheet: without_comments(sheet.read_text("utf-8"), LEXERS[".css"]) for sheet in SHEETS}
    selectors = [(sheet.name, name) for sheet in SHEETS for name in IN_A_SELECTOR.findall(rules[sheet])]
    texts = {file: file.read_text("utf-8") for file in TEMPLATES}
    classes = [(file.name, each) for file in TEMPLATES for each in IN_A_CLASS.findall(texts[file])]
    assert not [*selectors, *classes], "write nhsuk- before it: https://service-manual.nhs.uk/design-system"

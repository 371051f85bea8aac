"""The rules that each text of a page and of the settings must keep, as tables, and the reading by them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from macros.content.located import Node
from macros.content.problem import Problem, shown

ADDRESS = r"https://\S+|[^\s@]+@[^\s@]+\.[^\s@]+"
STATUSES = ("fully compliant", "partially compliant", "not compliant")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"([1-9]\d?) ({MONTHS}) (\d{{4}})"


def is_line(text: str) -> bool:
    """Whether ``text`` has words, and nothing that breaks a line or cannot be written to a file."""
    return bool(text.strip()) and not {"Cc", "Cs", "Zl", "Zp"} & set(map(unicodedata.category, text))


def as_date(text: str) -> date | None:
    """Return the date that a text such as ``22 November 2026`` names, if it does."""
    # Not strptime: its month names follow the language of the machine.
    match = re.fullmatch(DAY, text, re.ASCII)
    try:
        return match and date(int(match[3]), MONTHS.split("|").index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


@dataclass(frozen=True)
class Field:
    """What one text must be.

    Attributes:
        what: the rule in words, for a message.
        example: a text that keeps it.
        most: how many characters it may have.
        accepts: whether a text keeps the rule, its length apart.
        pattern: what a schema can say of the rule, as a regular expression over the whole text.
        required: whether it may be missing.
    """

    what: str
    example: str
    most: int
    accepts: Callable[[str], object]
    pattern: str
    required: bool = True


def line(most: int, example: str, *, required: bool = True) -> Field:
    """Return the field of a text on one line."""
    what = f"text of 1 to {most} characters on one line"
    return Field(what, example, most, is_line, r".*\S.*", required)


def matching(pattern: str, what: str, example: str, *, most: int = 64, required: bool = True) -> Field:
    """Return the field of a text that matches a pattern."""
    return Field(what, example, most, re.compile(pattern).fullmatch, pattern, required)


def permanent_id(example: str) -> Field:
    """Return the field of a permanent id."""
    return matching(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case words joined by hyphens", example)


def day(example: str, *, required: bool = False) -> Field:
    """Return the field of a date."""
    what = "a date that exists, as day, month and year"
    return Field(what, example, 64, as_date, DAY, required)


PAGE = {
    "title": line(65, "See what your users see"),
    "description": line(160, "What boards learn by using their own digital services."),
}
REVIEW = {"reviewed": day("22 November 2026"), "next_review": day("22 November 2027")}
QUESTION = {
    "id": permanent_id("users"),
    "ask": line(65, "Do we know what it is like to use our digital services?"),
}
STATEMENT = {
    "id": permanent_id("users-saw-a-prototype"),
    "text": line(300, "Each of us has used one of our live digital services in the last 3 months"),
    "ask_for": line(200, "dates and service names", required=False),
}

# What extra.guide in mkdocs.yml holds, and then its sections.
_ADDRESS = matching(ADDRESS, "an email address or a page's address", "digital@example.org", most=200)
GUIDE = {
    "id": permanent_id("my-trust-digital-questions"),
    "edition": matching(
        r"\d{4}(-\d{2})?([.-][a-z0-9]+)*", "a year, or a year and month with a hyphen", "2026-11"
    ),
    "colour": matching(
        r"#[0-9a-fA-F]{6}",
        "# and 6 of the characters 0 to 9 and a to f, in quotes",
        '"#005eb8"',
        required=False,
    ),
    "logo": matching(
        r"[^/\s].*\.(svg|png)",
        "a file in docs that ends in .svg or .png",
        "assets/images/logo.svg",
        most=200,
        required=False,
    ),
}
PUBLISHER = {
    "name": line(100, "Example NHS Foundation Trust"),
    "contact": _ADDRESS,
    "host": line(100, "GitHub Pages"),
    "logs": line(300, "It logs the IP address of each visitor for security, for 30 days."),
    "complaints": _ADDRESS,
}
ACCESSIBILITY = {
    "status": matching("|".join(STATUSES), " or ".join(STATUSES), STATUSES[1]),
    "problems": line(600, "The table on the review page scrolls sideways on a phone.", required=False),
    "tested": day("22 November 2026", required=True),
    "tested_by": line(100, "our digital team"),
    "tested_how": line(300, "We tested every page with a keyboard, a screen reader and at 400% zoom."),
}
REVIEWED = {name: replace(field, required=True) for name, field in REVIEW.items()}


def read_fields(node: Node, fields: Mapping[str, Field], problems: list[Problem]) -> dict[str, str]:
    """Return the text of each field; empty where it is missing, or wrong and in ``problems``."""
    return {name: _read_field(node, name, field, problems) for name, field in fields.items()}


def _read_field(parent: Node, name: str, field: Field, problems: list[Problem]) -> str:
    node = parent.get(name)
    if name not in parent.mapping and not field.required:
        return ""
    if isinstance(node.value, str):
        if len(node.value) <= field.most and field.accepts(node.value):
            return node.value
        problems.append(_wrong_text(node, node.value, field))
    elif node.kind and len(node.raw) <= field.most and field.accepts(node.raw):
        problems.append(node.problem(field.what, f'"{node.raw}"', f"{node.got}: put it in quotes"))
    else:
        problems.append(node.problem(field.what, field.example))
    return ""


def _wrong_text(node: Node, text: str, field: Field) -> Problem:
    if len(text) <= field.most:
        return node.problem(field.what, field.example)
    got = f"{len(text):,} characters, {shown(text)}"
    return node.problem(f"at most {field.most} characters", field.example, got)


def unknown_keys(node: Node, known: Iterable[str], cutoff: float = 0.0) -> Iterator[Problem]:
    """Yield a problem for each key that is not known, and is like a known one by at least ``cutoff``."""
    names = list(known)
    for name, value in node.mapping.items():
        if name in names:
            continue
        meant = get_close_matches(name.lower().replace("-", "_"), names, n=1, cutoff=cutoff)
        if meant:
            got = f'the unknown key {shown(name)}. Did you mean "{meant[0]}"?'
            message = f"expected one of the keys {', '.join(names)}, got {got} Example: {meant[0]}:"
            yield Problem(value.file, value.line, value.key, message)


def check_order(node: Node, dates: Mapping[str, str], problems: list[Problem]) -> None:
    """Check that the next review comes after the last, where both are dates."""
    first, second = as_date(dates.get("reviewed", "")), as_date(dates.get("next_review", ""))
    if first and second and second <= first:
        what = f"a date after reviewed, {dates['reviewed']}"
        problems.append(node.get("next_review").problem(what, REVIEW["next_review"].example))

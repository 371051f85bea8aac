"""Rules: what a key must be, declared beside the field that holds it, and reading by them.

A class says of a field ``Annotated[str, line(...)]``. The same rules check the files, make the JSON Schemas
(``macros/schemas.py``) and write the reference of settings and keys (``macros/pages/reference.py``).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from inspect import get_annotations

from macros.content.located import Node
from macros.content.problem import Problem, shown

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"([1-9]\d?) ({MONTHS}) (\d{{4}})"
REVIEWED, NEXT_REVIEW = "22 November 2026", "22 November 2027"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What one key must be.

    Attributes:
        what: the rule in words, for messages and for readers.
        says: what the key is for, in Markdown, for readers.
        default: what happens without the key, for readers; may be empty where it is required.
        example: a value that keeps the rule, as it is written in YAML.
        required: whether the key must be there.
    """

    what: str
    says: str
    default: str = ""
    example: str = ""
    required: bool = True


@dataclass(frozen=True, kw_only=True)
class Text(Rule):
    """What one text must be.

    Attributes:
        most: how many characters it may have; None where the pattern says so.
        accepts: whether a text keeps the rule, its length apart.
        pattern: what a schema can say of the rule, as a regular expression over the whole text.
    """

    most: int | None = None
    accepts: Callable[[str], object]
    pattern: str

    def takes(self, text: str) -> bool:
        """Whether a text keeps the rule."""
        return not self.is_over(text) and bool(self.accepts(text))

    def up_to(self, most: int) -> "Text":
        """Return this rule for texts of at most so many characters."""
        return replace(self, most=most)

    def is_over(self, text: str) -> bool:
        """Whether a text has too many characters."""
        return self.most is not None and len(text) > self.most


@dataclass(frozen=True, kw_only=True)
class Keys(Rule):
    """Keys under a key.

    Attributes:
        of: the class whose fields have the rules of these keys.
        most: of a list of such keys, how many it may have; None where it is no list.
    """

    of: type
    most: int | None = None


def rules_of(holder: type) -> dict[str, Rule]:
    """Return the rules of a dataclass's fields by their names: what has no default is required."""
    notes = {name: getattr(note, "__metadata__", ()) for name, note in get_annotations(holder).items()}
    has_default = {field.name: field.default is not MISSING for field in fields(holder)}
    return {name: replace(note[0], required=not has_default[name]) for name, note in notes.items() if note}


def line(most: int, example: str, *, says: str, default: str = "") -> Text:
    """Return the rule of a text on one line."""
    what = f"text of 1 to {most} characters on one line"
    return Text(
        what=what, says=says, default=default, example=example, most=most, accepts=is_line, pattern=r".*\S.*"
    )


def matching(pattern: str, what: str, example: str, *, says: str, default: str = "") -> Text:
    """Return the rule of a text that matches a pattern."""
    accepts = re.compile(pattern).fullmatch
    return Text(what=what, says=says, default=default, example=example, accepts=accepts, pattern=pattern)


def permanent_id(example: str, *, says: str) -> Text:
    """Return the rule of a permanent id."""
    pattern, what = r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case words joined by hyphens"
    return matching(pattern, what, example, says=says).up_to(64)


def day(example: str, *, says: str, default: str = "", required: bool = True) -> Text:
    """Return the rule of a date."""
    what = "a date that exists, as day, month and year"
    return Text(
        what=what,
        says=says,
        default=default,
        example=example,
        required=required,
        accepts=as_date,
        pattern=DAY,
    )


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


def read_texts(node: Node, rules: Mapping[str, Rule], problems: list[Problem]) -> dict[str, str]:
    """Return the text of each key that holds one; empty where it is missing, or wrong and in ``problems``."""
    texts = {name: rule for name, rule in rules.items() if isinstance(rule, Text)}
    return {name: _read_text(node, name, rule, problems) for name, rule in texts.items()}


def _read_text(parent: Node, name: str, rule: Text, problems: list[Problem]) -> str:
    node = parent.get(name)
    if name not in parent.mapping and not rule.required:
        return ""
    if isinstance(node.value, str):
        if rule.takes(node.value):
            if rule.accepts is is_line:
                problems += node.lost()
            return node.value
        problems.append(_wrong_text(node, node.value, rule))
    elif node.kind and rule.takes(node.raw):
        problems.append(node.problem(rule.what, f'"{node.raw}"', f"{node.got}: put it in quotes"))
    else:
        problems.append(node.problem(rule.what, rule.example))
    return ""


def _wrong_text(node: Node, text: str, rule: Text) -> Problem:
    if not rule.is_over(text):
        return node.problem(rule.what, rule.example)
    got = f"{len(text):,} characters, {shown(text)}"
    return node.problem(f"at most {rule.most} characters", rule.example, got)


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
        problems.append(node.get("next_review").problem(what, NEXT_REVIEW))

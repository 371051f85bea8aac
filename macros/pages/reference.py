"""The reference of settings, page keys and parts, from the rules and templates that make them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.content.configuration import SITE
from macros.content.page_keys import PAGE
from macros.content.question import Question
from macros.content.refused import EXTENSIONS, FEATURES, PAGE_KEYS, PLUGINS, SETTINGS
from macros.content.rules import Keys, Rule, Text, rules_of
from macros.content.settings import Settings
from macros.content.templates import BLOCK
from macros.words.words import our_words

OVERRIDES = Path(__file__).parents[2] / "overrides"
TEMPLATES = Path(__file__).parent / "templates/parts"


@dataclass(frozen=True)
class Part:
    """What the reference says of a part that a page can show, in Markdown.

    Attributes:
        call: what a page writes, such as ``{{ search() }}``.
        says: what the part is, as the rest of a sentence: the first comment of its template.
    """

    call: str
    says: str


@dataclass(frozen=True)
class Entry:
    """What the reference says of one key, in Markdown.

    Attributes:
        name: the key with the keys it is under, such as ``extra.guide.id``.
        says: what it is for.
        what: what its value must be.
        default: what happens without it.
        example: YAML that sets it, on 1 line or several.
    """

    name: str
    says: str
    what: str
    default: str
    example: str


def site() -> Iterator[Entry]:
    """Yield the settings of MkDocs."""
    yield from _entries(SITE)


def guide() -> Iterator[Entry]:
    """Yield the settings under ``extra.guide``."""
    yield from _entries(rules_of(Settings), "extra.guide.")


def page() -> Iterator[Entry]:
    """Yield the keys at the top of a page."""
    yield from (_entry(name, "", rule) for name, rule in PAGE.items())


def question() -> Iterator[Entry]:
    """Yield the keys under ``question``."""
    yield from _entries(rules_of(Question), "question.", "`question` needs it")


def refused() -> Iterator[tuple[str, str]]:
    """Yield what people who know Material would set, each with what to have instead."""
    yield from SETTINGS.items()
    yield "theme.features", FEATURES
    yield from ((f"plugins.{name}", instead) for name, instead in PLUGINS.items())
    yield from ((f"markdown_extensions.{name}", instead) for name, instead in EXTENSIONS.items())


def refused_keys() -> Iterator[tuple[str, str]]:
    """Yield the keys of a page that are refused, each with what to have instead."""
    yield from PAGE_KEYS.items()


def blocks() -> Iterator[str]:
    """Yield the blocks of a page that a copy's own ``main.html`` can fill."""
    yield from dict.fromkeys(BLOCK.findall((OVERRIDES / "base.html").read_text("utf-8")))


def parts() -> Iterator[Part]:
    """Yield the parts that a page can show."""
    for template in sorted(TEMPLATES.iterdir()):
        first = re.match(r"\{# (.+) #\}", template.read_text("utf-8"))
        if not first:
            raise ValueError(
                f"{template}:1: expected what it is, got none. Example: {{# is the search field #}}"
            )
        yield Part(f"{{{{ {template.stem.replace('-', '_')}() }}}}", first[1])


def words() -> Iterator[tuple[str, str]]:
    """Yield our words by their keys, each form of one by itself."""
    for key, text in our_words().items():
        forms = {"": text} if isinstance(text, str) else {f".{form}": each for form, each in text.items()}
        yield from ((f"{key}{form}", each) for form, each in forms.items())


def _entries(rules: Mapping[str, Rule], place: str = "", need: str = "You must give one") -> Iterator[Entry]:
    for name, rule in rules.items():
        yield _entry(name, place, rule, need)
        if isinstance(rule, Keys):
            needs = f"Each of `{name}` needs it" if rule.most else f"`{name}` needs it"
            yield from _entries(rules_of(rule.of), f"{place}{name}.", needs)


def _entry(name: str, place: str, rule: Rule, need: str = "") -> Entry:
    default = rule.default or f"none. {need}"
    return Entry(f"{place}{name}", rule.says, _what(rule), default, _example(name, rule))


def _what(rule: Rule) -> str:
    """Return what a value must be, with the number of characters where the words do not say it."""
    if isinstance(rule, Text) and rule.most and str(rule.most) not in rule.what:
        return f"{rule.what}, at most {rule.most} characters"
    return (
        f"{rule.what}, each with the keys that follow" if isinstance(rule, Keys) and rule.most else rule.what
    )


def _example(name: str, rule: Rule) -> str:
    """Return YAML that sets a key: ``theme.favicon`` is under ``theme``, and keys are under their key."""
    outer, _, inner = name.partition(".")
    if inner:
        return f"{outer}:\n{_indented(_example(inner, rule))}"
    if not isinstance(rule, Keys):
        return f"{name}: {rule.example}".replace(": \n", ":\n")
    keys = _indented("\n".join(_example(*each) for each in rules_of(rule.of).items()))
    return f"{name}:\n{_indented(f'-{keys[1:]}') if rule.most else keys}"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))

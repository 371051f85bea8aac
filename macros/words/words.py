"""Words: ours in ``words.yml`` beside this file, and over them those of a copy's own ``words.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup, escape

from macros.content.files import read_text
from macros.content.located import Node, Yaml
from macros.content.problem import Problem
from macros.content.rules import as_date
from macros.words.check import VALUE, WHOSE, Text, check_key, check_word

OURS = Path(__file__).with_name("words.yml")
OWN = "words.yml"


@dataclass(frozen=True)
class Words:
    """Every word by its key.

    Attributes:
        texts: what each key says.
        own: the keys that the copy says itself.
        used: the keys that were asked for.
    """

    texts: Mapping[str, Text]
    own: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set, compare=False)

    def keys_under(self, prefix: str) -> list[str]:
        """Return the keys under a prefix such as ``room.says``."""
        return [key for key in self.texts if key.startswith(f"{prefix}.")]

    def forms(self, key: str) -> dict[str, str]:
        """Return the text for each form, or under the empty name the only one.

        Raises:
            KeyError: there is no such word.
        """
        self.used.add(key)
        text = self.texts[key]
        return {"": text} if isinstance(text, str) else dict(text)

    def of_mark(self, name: str) -> tuple[str, str]:
        """Return the key and the form that a name such as ``answers.open.mine`` means."""
        key, _, form = (name, "", "") if name in self.texts else name.rpartition(".")
        return key, form

    def date(self, day: str) -> str:
        """Return a date such as ``22 November 2026`` as the words have it; another text as it is."""
        if not as_date(day):
            return day
        number, month, year = day.split(" ")
        values = {"day": number, "month": self.forms(f"dates.{month.lower()}")[""], "year": year}
        return self.forms("dates.day")[""].format_map(values)


def filled(text: str, values: Mapping[str, object]) -> Markup:
    """Return a text as HTML, with its values: those that are no markup yet are escaped.

    Raises:
        KeyError: the text has a value that was not given.
    """
    # Attributes stand in double quotation marks, so that an apostrophe may stay: most texts have one.
    safe = str(escape(text)).replace("&#39;", "'")
    return Markup(VALUE.sub(lambda name: escape(values[name[1]]), safe))


def read_words(folder: Path, problems: list[Problem]) -> Words:
    """Return the words of the project in a folder; what is wrong with its own is added to ``problems``.

    Raises:
        OSError: the file cannot be opened.
    """
    ours = our_words()
    file = folder / OWN
    text = read_text(file, OWN, problems) if file.is_file() else None
    found = Yaml(OWN, 1, "file", problems).read(text) if text else None
    own: dict[str, Text] = {}
    for name, node in found.mapping.items() if found else ():
        wrong = [*check_key(node, name, ours)] or [*check_word(node, ours[name])]
        problems += wrong
        if not wrong:
            own[name] = _like(_text(node), ours[name])
    return Words({**ours, **own}, frozenset(own))


def word_files(folder: Path) -> list[Path]:
    """Return the files that ``read_words`` reads."""
    return [file for file in (OURS, folder / OWN) if file.is_file()]


def our_words() -> Mapping[str, Text]:
    """Return our words by key."""
    problems: list[Problem] = []
    text = read_text(OURS, OURS.name, problems)
    found = Yaml(OURS.name, 1, "file", problems).read(text or "")
    if problems or not found:
        raise ValueError("\n".join(map(str, problems)))
    return {name: _text(node) for name, node in found.mapping.items()}


def _text(node: Node) -> Text:
    return {form: str(text.value) for form, text in node.mapping.items()} or str(node.value)


def _like(text: Text, ours: Text) -> Text:
    """Return a text with the forms of ours, where the copy has one text for all of them."""
    if not isinstance(text, str) or isinstance(ours, str):
        return text
    return dict.fromkeys(WHOSE if "mine" in ours else ("other",), text)

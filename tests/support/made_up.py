"""A made-up language: English with a mark on each letter, so that whatever is not translated stands out."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import yaml

from macros.words.words import our_words
from tests.support.own_fork import GUIDE
from tests.support.projects import make_fork, plain_question

MARK = "\N{COMBINING DOT ABOVE}"
KEPT = re.compile(r"(\{\w+\})")
# What is read out or shown of an element, beside its text.
SHOWN = ("aria-label", "aria-description", "alt", "title", "placeholder", "label")
# What is not for a reader: code, and what the page hides in every state.
UNREAD = {"script", "style"}
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
LETTER = re.compile(rf"[^\W\d_](?!{MARK})")
PAGES = {
    "review.md": "{{ review() }}",
    "search.md": "{{ search() }}",
    "about/offline.md": "{{ offline() }}",
    "away-day/combine.md": "{{ combine() }}",
    "away-day/room.md": "{{ room() }}",
    "away-day/pack.md": "{{ print_button() }}\n\n{{ paper_pack() }}\n\n{{ copy_button() }}",
    "about/index.md": "\n\n".join(
        f"{{{{ {name}() }}}}"
        for name in (
            "published_by",
            "accessibility_scope",
            "accessibility_status",
            "accessibility_contact",
            "accessibility_preparation",
        )
    ),
}
DESCRIPTION = re.compile(r"^(description: )(.+)$", re.M)
TEXTS = {"publisher": ("name", "host", "logs"), "accessibility": ("problems", "tested_by", "tested_how")}
DAY = "22 November 2026"


def marked(text: str) -> str:
    """Return a text in the made-up language. Values in curly brackets stay."""
    parts = KEPT.split(unicodedata.normalize("NFD", text))
    return "".join(part if KEPT.fullmatch(part) else _marked(part) for part in parts)


def _marked(text: str) -> str:
    return re.sub(r"([^\W\d_])", rf"\1{MARK}", text)


def unmarked(text: str) -> str:
    """Return the words of a text that have a letter without its mark, addresses apart."""
    words = ADDRESS.sub("", unicodedata.normalize("NFD", text)).split()
    return " ".join(word for word in words if LETTER.search(word))


def write_marked_words(project: Path) -> None:
    words = {key: _each(text) for key, text in our_words().items()}
    (project / "words.yml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")


def _each(text: Any) -> Any:
    return marked(text) if isinstance(text, str) else {form: marked(each) for form, each in text.items()}


def make_made_up(folder: Path, *, filled_in: bool) -> Path:
    """Write a guide in the made-up language with every part on some page.

    Args:
        folder: where to put it.
        filled_in: whether it says who publishes it, and how they tested it.
    """
    questions = [_marked_question(name) for name in ("river", "field")]
    project = make_fork(folder, questions, site_name=marked("Another guide"))
    write_marked_words(project)
    pages = {"index.md": "{{ carry_on() }}\n\n{{ questions() }}", "checklist.md": "{{ whole_checklist() }}"}
    for path, parts in (pages | PAGES).items():
        title = marked(path.removesuffix(".md"))
        meta = {"title": title, "description": marked(f"About {path}")} | _dates(path)
        text = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n\n# {title}\n\n{parts}\n"
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text(text, "utf-8")
    for page in (project / "docs/questions").iterdir():
        text = page.read_text("utf-8").replace("A lead.", marked("A lead."))
        page.write_text(DESCRIPTION.sub(lambda found: found[1] + marked(found[2]), text), "utf-8")
    _write_settings(project, filled_in=filled_in)
    return project


def _dates(path: str) -> dict[str, Any]:
    moved = {"moved_from": ["old.md"]} if path == "away-day/room.md" else {}
    return {"reviewed": DAY, "next_review": "1 May 2027", **moved}


def _marked_question(name: str) -> dict[str, Any]:
    question = plain_question(name)
    statements = [
        {"id": each["id"], "text": marked(each["text"]), "ask_for": marked(each["ask_for"])}
        for each in question["statements"]
    ]
    texts = {key: marked(question[key]) for key in ("ask", "title")}
    return question | texts | {"statements": statements}


def _write_settings(project: Path, *, filled_in: bool) -> None:
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["site_description"] = marked("Another guide.")
    settings["nav"] = [
        {marked("Home"): "index.md"},
        {marked("Questions"): ["questions/river.md", "questions/field.md"]},
        {marked("Checklist"): "checklist.md"},
        {marked("More"): sorted(PAGES)},
    ]
    if filled_in:
        settings["extra"]["guide"] |= {name: _filled_in(name) for name in TEXTS}
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (project / "mkdocs.yml").write_text(text, "utf-8")


def _filled_in(section: str) -> dict[str, str]:
    """Return a section as in the fork that says who it is, with its sentences in the made-up language."""
    guide: dict[str, Any] = GUIDE
    own: dict[str, str] = guide[section]
    return own | {name: marked(own[name]) for name in TEXTS[section]}


def shown_in(tree: Element) -> Iterator[str]:
    """Yield every text that an element shows or says, in whatever state: also that of its templates."""
    for element in tree.iter():
        if element.tag not in UNREAD:
            yield element.text or ""
        yield element.tail or ""
        yield from (value for name, value in element.attrib.items() if name in SHOWN)
        if element.tag == "meta" and element.get("name") == "description":
            yield element.get("content", "")

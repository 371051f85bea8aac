"""What the page data of a project says, read without the code under test."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.utils.yaml import yaml_load


@dataclass(frozen=True)
class Statement:
    """One statement; ``alone`` is what it says to one member alone, which may be its text."""

    id: str
    text: str
    alone: str
    ask_for: str | None


@dataclass(frozen=True)
class Question:
    """One question, and where its page is."""

    number: int
    id: str
    ask: str
    title: str
    url: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Guide:
    """The guide in the order of ``nav``."""

    id: str
    name: str
    folder: str
    questions: tuple[Question, ...]

    @property
    def statements(self) -> list[Statement]:
        return [statement for question in self.questions for statement in question.statements]


def config_of(project: Path) -> dict[str, Any]:
    """Return the settings with what they inherit, as MkDocs reads them."""
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        return yaml_load(file)


def read_guide(project: Path) -> Guide:
    config = config_of(project)
    docs = project / config.get("docs_dir", "docs")
    sources = [(path, front_matter(docs / path)) for path in _paths(config["nav"]) if path.endswith(".md")]
    pages = [(path, meta) for path, meta in sources if "question" in meta]
    questions = tuple(_question(number, path, meta) for number, (path, meta) in enumerate(pages, 1))
    folder = urlsplit(config.get("site_url") or "").path.strip("/")
    return Guide(config["extra"]["guide"]["id"], config["site_name"], folder, questions)


def front_matter(page: Path) -> dict[str, Any]:
    parts = page.read_text("utf-8-sig").split("---\n", 2)
    return yaml.safe_load(parts[1]) if len(parts) == 3 and not parts[0] else {}


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(item)


def _question(number: int, path: str, meta: dict[str, Any]) -> Question:
    data = meta["question"]
    url = path.removesuffix(".md").removesuffix("/index") + "/"
    statements = tuple(
        Statement(s["id"], s["text"], s.get("alone", s["text"]), s.get("ask_for")) for s in data["statements"]
    )
    return Question(number, data["id"], data["ask"], str(meta["title"]), url, statements)

"""Version 1 of page data and of an edition's file is frozen: every later version reads these examples."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from macros.content.guide import build_guide
from macros.content.source import read_source
from macros.edition.edition import Edition, EditionQuestion, EditionStatement, read_edition, text_of
from macros.schemas import page_schema
from tests.support.building import PROJECT

PAGE = PROJECT / "tests/frozen/page-1.md"
EDITION = PROJECT / "tests/frozen/edition-1.json"


def front_matter() -> Any:
    return yaml.safe_load(PAGE.read_text("utf-8").split("---\n")[1])


def keys_in(data: Any, path: str = "") -> Iterator[str]:
    """Yield each key with those above it; what stands in a list has its list's."""
    for item in data if isinstance(data, list) else [data]:
        for key, value in item.items() if isinstance(item, dict) else ():
            yield f"{path}{key}"
            yield from keys_in(value, f"{path}{key}.")


def keys_of(schema: Any, path: str = "") -> Iterator[str]:
    """Yield the keys that a schema describes, as ``keys_in`` names them."""
    for key, value in schema.get("properties", {}).items():
        yield f"{path}{key}"
        yield from keys_of(value.get("items", value), f"{path}{key}.")


def test_the_page_of_version_1_builds(project: Callable[..., Path]) -> None:
    text = PAGE.read_text("utf-8")
    guide = build_guide(read_source(project(write={"docs/questions/users.md": text})))
    question = next(question for question in guide.questions if question.id == "users")
    assert question.ask == "Do we know what our services are like to use?"
    assert [(s.id, s.text, s.alone, s.ask_for) for s in question.statements] == [
        (
            "users-tried-a-service",
            "Each of us has tried a live service",
            "I have tried a live service",
            "dates",
        ),
        ("users-saw-research", "Research: we have each watched some", None, None),
    ]


def test_the_schema_accepts_the_page_of_version_1() -> None:
    jsonschema.validate(front_matter(), page_schema(), jsonschema.Draft7Validator)


def test_the_page_of_version_1_has_every_key() -> None:
    """An optional key that is new is added to it; what it holds stays."""
    assert set(keys_in(front_matter())) == set(keys_of(page_schema()))


def test_the_edition_of_version_1_is_read_and_written_as_it_stands() -> None:
    edition = read_edition(EDITION, EDITION.name)
    assert edition == json.loads(EDITION.read_text("utf-8"))
    assert text_of(edition) == EDITION.read_text("utf-8")


def test_the_edition_of_version_1_has_every_key() -> None:
    edition = read_edition(EDITION, EDITION.name)
    question = edition["questions"][0]
    for found, kind in (
        (edition, Edition),
        (question, EditionQuestion),
        (question["statements"][0], EditionStatement),
    ):
        assert found.keys() == kind.__annotations__.keys()

"""What the schemas for editors refuse is what a build refuses, as far as a schema can say it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.schemas import FOLDER, files, page_schema, settings_schema
from tests.support.building import PROJECT
from tests.support.good_project import GOOD

CASES = Path(__file__).parent / "content/cases"
SCHEMAS = {"mkdocs.yml": settings_schema(), "docs/questions/": page_schema()}
THEME = ("theme.palette.primary", "theme.logo", "hide", "search")
KEYS = (
    "title:",
    "description:",
    "question",
    "reviewed:",
    "next_review:",
    "moved_from",
    "extra.guide",
    *THEME,
)

# What only a build can find: it takes 2 values or files, a calendar, a look into a file or at a colour.
BEYOND = {
    "colour-fails-contrast",
    "colour-fails-contrast-by-a-little",
    "colour-has-a-name-and-fails-contrast",
    "copied-page-keeps-its-ids",
    "id-is-kept-at-another-address",
    "id-is-kept-by-another-publisher",
    "id-is-kept-under-another-name",
    "inherited-settings-are-wrong",
    "key-is-there-twice",
    "logo-has-no-publisher",
    "logo-holds-a-script",
    "logo-is-missing",
    "logo-is-not-a-drawing",
    "logo-is-not-a-picture",
    "moved-page-is-still-there",
    "next-review-is-before-the-review",
    "next-review-of-the-guide-is-before-its-review",
    "question-id-is-there-twice-in-the-guide",
    "review-date-does-not-exist",
    "statement-id-is-there-twice-in-a-page",
    "statement-id-is-there-twice-in-the-guide",
    "text-loses-what-follows-a-number-sign",
    "text-has-a-character-that-cannot-be-written",
}


class Loader(yaml.SafeLoader):
    """Reads tags that only MkDocs knows as nothing."""


Loader.add_multi_constructor("", lambda *_: None)


def refused(project: Path) -> list[str]:
    """Return the files of a project that their schema refuses."""
    pages = sorted((project / "docs/questions").glob("*.md"))
    texts = {"mkdocs.yml": (project / "mkdocs.yml").read_text("utf-8")}
    texts |= {f"docs/questions/{page.name}": page.read_text("utf-8").split("---\n")[1] for page in pages}
    return [name for name, text in texts.items() if not _accepts(name, yaml.load(text, Loader))]


def _accepts(name: str, data: Any) -> bool:
    schema = next(schema for start, schema in SCHEMAS.items() if name.startswith(start))
    return jsonschema.Draft7Validator(schema).is_valid(data)


def cases_about_values() -> list[Path]:
    """Return the cases with a problem in the value of a key that a schema describes."""
    return [case for case in sorted(CASES.glob("*.yml")) if _about_a_value(case)]


def _about_a_value(case: Path) -> bool:
    lines = yaml.safe_load(case.read_text("utf-8"))["expected"].splitlines()
    return all(line.split(": ", 1)[1].startswith(KEYS) for line in lines)


def test_a_schema_is_one(subtests: pytest.Subtests) -> None:
    for name, schema in SCHEMAS.items():
        with subtests.test(name):
            jsonschema.Draft7Validator.check_schema(schema)


def test_the_good_project_is_accepted() -> None:
    assert refused(GOOD) == []


def test_this_guide_is_accepted() -> None:
    assert refused(PROJECT) == []


@pytest.mark.parametrize("case", cases_about_values(), ids=lambda case: case.stem)
def test_a_schema_refuses(case: Path, project: Callable[..., Path]) -> None:
    changes = yaml.safe_load(case.read_text("utf-8"))
    del changes["expected"]
    found = refused(project(**changes).parent)
    assert bool(found) != (case.stem in BEYOND), f"refused: {found}"


def test_every_field_is_described_with_an_example_that_it_accepts() -> None:
    for schema in SCHEMAS.values():
        for text in _texts(schema):
            assert text["description"] and jsonschema.Draft7Validator(text).is_valid(text["examples"][0])


def _texts(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [text for item in schema for text in _texts(item)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if "examples" in schema else []
    return here + [text for value in schema.values() for text in _texts(value)]


@pytest.mark.parametrize("name", sorted(files()))
def test_the_published_schemas_are_made_from_the_present_rules(name: str) -> None:
    assert (PROJECT / FOLDER / name).read_text("utf-8") == files()[name], "run python -m macros.schemas"

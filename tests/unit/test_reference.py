"""The reference of settings and page keys names all there are, with rules and examples that hold."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.content.rules import GUIDE, PAGE, QUESTION, REVIEW, STATEMENT, Field
from macros.content.settings import SECTIONS
from macros.pages.render import PARTS
from macros.plugin import VALUES

PROJECT = Path(__file__).parents[2]
REFERENCE = (PROJECT / "docs/publish/reference.md").read_text("utf-8")
TABLES = {
    "": PAGE | REVIEW,
    "question.": QUESTION,
    "question.statements.": STATEMENT,
    "extra.guide.": GUIDE,
    **{f"extra.guide.{name}.": fields for name, fields in SECTIONS.items()},
}
FIELDS = {f"{place}{name}": field for place, fields in TABLES.items() for name, field in fields.items()}
ENTRY = r"- Type: (.+)\n- Default: (.+)\n- Example:(?: `(.+)`|\n\n```yaml\n(.+?)```)\n"


def keys_of(schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """Yield every key that a schema describes, with the keys it is under."""
    for name, inside in schema.get("properties", {}).items():
        yield f"{place}{name}"
        yield from keys_of(inside.get("items", inside), f"{place}{name}.")


def every_key() -> set[str]:
    files = (PROJECT / "docs/schemas" / f"{name}-1.schema.json" for name in ("page", "settings"))
    ours = (key for file in files for key in keys_of(json.loads(file.read_text("utf-8"))))
    return {*ours, *FIELDS, *mkdocs_keys()} - {"extra", "extra.guide"}


def mkdocs_keys() -> set[str]:
    """Return the settings of MkDocs that our templates and modules read."""
    templates = "\n".join(file.read_text("utf-8") for file in (PROJECT / "overrides").rglob("*.html"))
    modules = "\n".join(file.read_text("utf-8") for file in (PROJECT / "macros").rglob("*.py"))
    shown = re.findall(r"\bconfig\.((?:theme\.)?\w+)", templates)
    read = re.findall(r'\b(?:config|known)\.get\("(\w+)"\)', modules)
    return {*shown, *read}


def sections() -> dict[str, str]:
    parts = re.split(r"^#{2,3} (.+)\n", REFERENCE, flags=re.M)[1:]
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    return {name.strip("`"): text for name, text in texts.items() if name.startswith("`")}


def entry(name: str) -> tuple[str, str, Any]:
    """Return the type, the default and the example of a key."""
    found = re.findall(ENTRY, sections()[name], re.S)
    assert len(found) == 1, f"{name}: expected a type, a default and an example"
    what, default, short, long = found[0]
    return what, default, yaml.safe_load(short or long)


def test_every_key_is_there_and_no_other() -> None:
    assert set(sections()) == every_key()


@pytest.mark.parametrize("name", sections())
def test_a_key_has_a_type_a_default_and_an_example_of_itself(name: str) -> None:
    example = entry(name)[2]
    assert list(example.get("theme", example)) == [name.rpartition(".")[2]]


@pytest.mark.parametrize(("name", "field"), FIELDS.items(), ids=list(FIELDS))
def test_the_rule_is_the_one_that_messages_give_and_the_example_keeps_it(name: str, field: Field) -> None:
    what, default, example = entry(name)
    assert what.startswith(field.what)
    assert default.startswith("none.") or not field.required or name in PAGE
    value = str(example[name.rpartition(".")[2]])
    assert field.accepts(value)
    assert len(value) <= field.most


def test_every_part_that_a_page_can_show_is_there_and_no_other() -> None:
    assert sorted(re.findall(r"`\{\{ (\w+)\(.*?\) \}\}`", REFERENCE)) == sorted([*PARTS, *VALUES])

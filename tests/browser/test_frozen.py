"""Version 1 of a saved copy is frozen: every later version reads this example."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.building import PROJECT
from tests.support.generated import STRANGE, Json, Modules
from tests.support.serving import Server

COPY = PROJECT / "tests/frozen/review-1.json"
SCHEMA = json.loads((PROJECT / "docs/schemas/review-1.schema.json").read_text("utf-8"))
FIELDS = """({ KINDS }) => [...KINDS].filter(([, { traits }]) => traits.includes("travels"))
    .flatMap(([kind, { fields }]) => Object.keys(fields).map((field) => [kind, field]))"""
READABLE = """({ isReadable }, records) => records.map((record) => isReadable({ ...record, review: "" }))"""


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


@pytest.fixture(scope="module")
def fields(modules: Modules) -> list[tuple[str, str]]:
    """Return every kind and field that a saved copy holds, as the store has them."""
    return [(kind, field) for kind, field in modules.run("store/record", FIELDS)]


@pytest.fixture(scope="module")
def example() -> Json:
    return json.loads(COPY.read_text("utf-8"))


def records_in(copy: Json) -> list[Json]:
    return [record for review in copy["reviews"] for record in review["records"]]


def described(schema: Any, kind: str = "") -> Iterator[tuple[str, str]]:
    """Yield the kinds and fields that a part of the schema of a record describes."""
    properties = schema.get("properties", {})
    kind = properties.get("kind", {}).get("const", kind)
    field = properties.get("field", {})
    yield from ((kind, name) for name in field.get("enum", [field.get("const")]) if name)
    for part in schema.get("anyOf", []):
        yield from described(part, kind)


def test_the_copy_of_version_1_is_read_whole(modules: Modules, example: Json) -> None:
    found = modules.run(
        "files/saved-copy", "({ parseCopy }, text) => parseCopy(text)", COPY.read_text("utf-8")
    )
    assert (found["unreadable"], found["lost"]) == ([], [])
    assert [review["id"] for review in found["reviews"]] == ["m0-board", "m1-mine"]
    assert [{k: v for k, v in record.items() if k != "review"} for record in records_in(found)] == records_in(
        example
    )


def test_the_schema_accepts_the_copy_of_version_1(example: Json) -> None:
    Draft202012Validator(SCHEMA).validate(example)


def test_the_copy_of_version_1_has_every_field(fields: list[tuple[str, str]], example: Json) -> None:
    """A field more is a new version, with an example of its own."""
    assert {(record["kind"], record["field"]) for record in records_in(example)} == set(fields)


def test_the_schema_describes_the_fields_of_the_store(fields: list[tuple[str, str]]) -> None:
    parts = [SCHEMA["$defs"][part["$ref"].split("/")[-1]] for part in SCHEMA["$defs"]["record"]["anyOf"]]
    assert sorted(pair for part in parts for pair in described(part)) == sorted(fields)


def test_the_schema_and_the_store_take_the_same_values(
    modules: Modules, fields: list[tuple[str, str]], example: Json
) -> None:
    values = [*STRANGE, *(record["value"] for record in records_in(example))]
    validator = Draft202012Validator({"$ref": "#/$defs/record", "$defs": SCHEMA["$defs"]})
    tried = [
        {"kind": kind, "id": "s", "field": field, "value": value, "changedAt": 1}
        for kind, field in fields
        for value in values
    ]
    read = modules.run("store/record", READABLE, tried)
    wrong = [record for record, taken in zip(tried, read, strict=True) if validator.is_valid(record) != taken]
    assert wrong == []
    assert {True, False} == set(read)

"""JSON Schemas of a question page's data and of the settings, for editors: ``python -m macros.schemas``.

Made from the tables of ``rules.py``, so that an editor and a build never disagree. Draft 7 is what the
language servers of editors know best. What a schema cannot say, such as an id used twice, only a build finds.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.content.guide import MOST_STATEMENTS
from macros.content.rules import GUIDE, PAGE, QUESTION, REVIEW, STATEMENT, STATUSES, Field
from macros.content.settings import SECTIONS

FOLDER = Path("docs/schemas")
DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def _text(field: Field) -> Schema:
    example = field.example.strip('"')
    return {
        "description": f"Expected: {field.what}.",
        "type": "string",
        "maxLength": field.most,
        "pattern": f"^(?:{field.pattern})$",
        "examples": [example],
    }


def _keys(fields: Mapping[str, Field], **more: Schema) -> Schema:
    """Return the schema of a mapping with these texts, and with other keys that it needs."""
    return {
        "type": "object",
        "required": [*(name for name, field in fields.items() if field.required), *more],
        "properties": {name: _text(field) for name, field in fields.items()} | more,
        "additionalProperties": False,
    }


def _list(items: Schema, **limits: int) -> Schema:
    return {"type": "array", "items": items, **limits}


def page_schema() -> Schema:
    """Return the schema of the front matter of a page with a question. Other keys are for the theme."""
    statements = _list(_keys(STATEMENT), minItems=1, maxItems=MOST_STATEMENTS)
    page = _keys(PAGE, question=_keys(QUESTION, statements=statements))
    page["properties"] |= {name: _text(field) for name, field in REVIEW.items()}
    page["properties"]["moved_from"] = _list({"type": "string", "pattern": r"^[^/:]+(/[^/:]+)*\.md$"})
    return _schema("Front matter of a page with a question, version 1", page | {"additionalProperties": True})


def settings_schema() -> Schema:
    """Return the schema of ``mkdocs.yml``. It says nothing of the keys that only MkDocs reads."""
    guide = _keys(GUIDE)
    guide["properties"]["official"] = {"type": "boolean", "description": "Expected: true or false."}
    guide["properties"] |= {name: _keys(fields) for name, fields in SECTIONS.items()}
    test = guide["properties"]["accessibility"]
    test["properties"]["status"] = {"enum": list(STATUSES)}
    test |= {"if": {"properties": {"status": {"const": STATUSES[0]}}}, "else": {"required": ["problems"]}}
    guide["dependencies"] = {"logo": ["publisher"], "official": ["publisher"]}
    extra = {"type": "object", "required": ["guide"], "properties": {"guide": guide}}
    nav = _list({"type": ["string", "object"]}, minItems=1)
    properties = {"site_name": {"type": "string"}, "nav": nav, "extra": extra}
    body = {"type": "object", "required": list(properties), "properties": properties}
    return _schema("mkdocs.yml with the settings of a guide, version 1", body)


def _schema(title: str, body: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, **body}


def files() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    schemas = {"page-1.schema.json": page_schema(), "settings-1.schema.json": settings_schema()}
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")

"""JSON Schemas of a question page's data and of the settings, for editors: ``python -m macros.schemas``.

Made from the rules beside the fields (``content/rules.py``), so that an editor and a build never disagree.
Draft 7 is what the language servers of editors know best. What a schema cannot say, such as an id used twice,
only a build finds.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.content.page_keys import HIDDEN, PAGE
from macros.content.publisher import STATUSES
from macros.content.rules import Keys, Rule, Text, rules_of
from macros.content.settings import Settings
from macros.content.theme import LOGO, PRIMARY

FOLDER = Path("docs/schemas")
DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def _text(rule: Text) -> Schema:
    length = {} if rule.most is None else {"maxLength": rule.most}
    return {
        "type": "string",
        **length,
        "pattern": f"^(?:{rule.pattern})$",
        "examples": [rule.example.strip('"')],
    }


def _value(rule: Rule) -> Schema:
    description = {"description": f"{rule.says} Expected: {rule.what}."}
    match rule:
        case Text():
            return description | _text(rule)
        case Keys(most=None):
            return description | _keys(rules_of(rule.of))
        case Keys():
            return description | _list(_keys(rules_of(rule.of)), minItems=1, maxItems=rule.most)
    return description


def _keys(rules: Mapping[str, Rule]) -> Schema:
    """Return the schema of a mapping with these keys and no other."""
    return {
        "type": "object",
        "required": [name for name, rule in rules.items() if rule.required],
        "properties": {name: _value(rule) for name, rule in rules.items()},
        "additionalProperties": False,
    }


def _list(items: Schema, **limits: int | None) -> Schema:
    return {"type": "array", "items": items, **limits}


def page_schema() -> Schema:
    """Return the schema of the front matter of a page with a question. Other keys are for the theme."""
    page = _keys(PAGE)
    page["properties"]["moved_from"] |= _list({"type": "string", "pattern": r"^[^/:]+(/[^/:]+)*\.md$"})
    page["properties"]["hide"] |= _list({"enum": list(HIDDEN)})
    page["properties"]["search"] |= {"type": "object", "properties": {"exclude": {"type": "boolean"}}}
    return _schema("Front matter of a page with a question, version 1", page | {"additionalProperties": True})


def settings_schema() -> Schema:
    """Return the schema of ``mkdocs.yml``. It says nothing of the keys that only MkDocs reads."""
    guide = _keys(rules_of(Settings))
    guide["properties"]["official"]["type"] = "boolean"
    test = guide["properties"]["accessibility"]
    test["properties"]["status"]["enum"] = list(STATUSES)
    test |= {"if": {"properties": {"status": {"const": STATUSES[0]}}}, "else": {"required": ["problems"]}}
    guide["dependencies"] = {"official": ["publisher"]}
    extra = {"type": "object", "required": ["guide"], "properties": {"guide": guide}}
    nav = _list({"type": ["string", "object"]}, minItems=1)
    properties = {"site_name": {"type": "string"}, "nav": nav, "extra": extra}
    body = {"type": "object", "required": list(properties), "properties": properties | {"theme": _theme()}}
    return _schema("mkdocs.yml with the settings of a guide, version 1", body)


def _theme() -> Schema:
    """Return the schema of what a copy says under ``theme``, in keys that are joined with ours."""
    palette = {"type": "object", "properties": {"primary": _value(PRIMARY)}}
    properties = {"palette": palette, "logo": _value(LOGO)}
    return {"type": "object", "properties": properties}


def _schema(title: str, body: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, **body}


def files() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    schemas = {"page-1.schema.json": page_schema(), "settings-1.schema.json": settings_schema()}
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")

"""Forks to test with: our settings, templates and scripts under other words."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.support.building import PROJECT

OURS = ("base.yml", "overrides", "macros", "docs/assets", "docs/checklist.md")
# What a statement must never turn into: an element, a template's result, a broken attribute.
NASTY = (
    "<b>x</b> {{ 7*7 }} {% raw %} \"quotes\" 'and' & &amp; "
    '<script>document.title = "run"</script> `a` *b* [c](d)'
)
# `ask` and `title` may not be longer than 65 characters.
NASTY_ASK = '<b>Do</b> we {{ 7*7 }} "ask" & <img src=x onerror=alert(1)>?'
NASTY_TITLE = '<b>See</b> {{ 7*7 }} "it" & <img src=x onerror=alert(1)>'


def copy_guide(folder: Path) -> Path:
    """Copy this guide as it is."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("base.yml", "mkdocs.yml"):
        shutil.copy(PROJECT / name, folder / name)
    return folder


def make_fork(folder: Path, questions: Sequence[dict[str, Any]], site_name: str = "Another guide") -> Path:
    """Write a project with these questions, each a mapping with id, ask, title and statements."""
    for name in OURS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, folder / name)
    (folder / "docs/index.md").write_text(
        "---\ntitle: Home\ndescription: Another guide.\n---\n\n"
        "# Another guide\n\n{{ carry_on() }}\n\n{{ questions() }}\n",
        "utf-8",
    )
    for question in questions:
        write_question(folder, question)
    _write_settings(folder, [f"questions/{question['id']}.md" for question in questions], site_name)
    return folder


def write_question(project: Path, question: dict[str, Any], body: str = "{{ checklist() }}") -> Path:
    page = project / f"docs/questions/{question['id']}.md"
    page.parent.mkdir(exist_ok=True)
    data = {name: question[name] for name in ("id", "ask", "statements")}
    meta = {"title": question["title"], "description": f"About {question['id']}.", "question": data}
    page.write_text(f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n\nA lead.\n\n{body}\n", "utf-8")
    return page


def _write_settings(folder: Path, pages: list[str], site_name: str) -> None:
    settings = {
        "INHERIT": "base.yml",
        "site_name": site_name,
        "site_description": "Another guide.",
        "site_url": "https://example.org/somewhere/else/",
        "extra": {"guide": {"id": "another-guide", "edition": "2026-11"}},
        "nav": [{"Home": "index.md"}, {"Questions": pages}, {"Checklist": "checklist.md"}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")


def plain_question(name: str, statements: int = 3) -> dict[str, Any]:
    return {
        "id": name,
        "ask": f"What do we know about {name}?",
        "title": f"Look at {name}",
        "statements": [
            {"id": f"{name}-{n}", "text": f"We have looked at {name}, part {n}", "ask_for": f"paper {n}"}
            for n in range(1, statements + 1)
        ],
    }


def nasty_question(name: str) -> dict[str, Any]:
    statements = [{"id": f"{name}-{n}", "text": f"{n} {NASTY}", "ask_for": f"{n} {NASTY}"} for n in (1, 2, 3)]
    return {"id": name, "ask": NASTY_ASK, "title": f"{name} {NASTY_TITLE}", "statements": statements}

"""Writes project folders to build: a guide of any size, a copy of this one, and either as plain Material."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from benchmarks.prose import Prose

ROOT = Path(__file__).parent.parent
STATEMENTS = 5
CALL = re.compile(r"\{\{[-+]?\s*\w+\(.*?\)\s*[-+]?\}\}")
# What a plain user does not have. Everything else of the configuration stays, the extensions above all.
OURS_ALONE = ("INHERIT", "theme", "plugins", "hooks", "extra", "extra_css", "extra_javascript")
GLOSSARY = "# Glossary\n\n## Prototype\n\nA model to try out.\n\n## User research\n\nWatching people.\n"


def copy_guide(folder: Path) -> Path:
    """Copy this guide as it is."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("base.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def write_guide(folder: Path, questions: int) -> Path:
    """Write a guide of so many made-up questions, with this one's macros, templates and assets."""
    copy_guide(folder)
    docs = folder / "docs"
    for path in docs.iterdir():
        if path.name == "assets":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    (docs / "questions").mkdir()
    for number in range(1, questions + 1):
        (docs / f"questions/q-{number:03}.md").write_text(_question_page(number))
    _write_page(docs / "index.md", "Home", "# Questions\n\n{{ carry_on() }}\n\n{{ questions() }}\n")
    _write_page(docs / "checklist.md", "Checklist", "# Checklist\n\n{{ whole_checklist() }}\n")
    _write_page(docs / "glossary.md", "Glossary", GLOSSARY)
    _write_yaml(folder / "mkdocs.yml", _settings(questions))
    return folder


def add_page(project: Path, path: str, title: str, body: str) -> None:
    """Write one more page, such as ``review.md``, and name it in ``nav``."""
    page = project / "docs" / path
    page.parent.mkdir(exist_ok=True)
    _write_page(page, title, body)
    settings = project / "mkdocs.yml"
    config = yaml.safe_load(settings.read_text())
    config["nav"].append({title: path})
    _write_yaml(settings, config)


def make_plain(project: Path, folder: Path) -> Path:
    """Write the same pages, the calls of our macros taken out, for Material as it comes."""
    ours = shutil.ignore_patterns("css", "js")
    shutil.copytree(project / "docs", folder / "docs", ignore=ours)
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(CALL.sub("", page.read_text()))
    with (project / "mkdocs.yml").open("rb") as file:
        config = yaml_load(file)
    kept = {name: value for name, value in config.items() if name not in OURS_ALONE}
    _write_yaml(folder / "mkdocs.yml", kept | {"theme": {"name": "material"}, "plugins": ["search"]})
    return folder


def question_paths(project: Path) -> list[str]:
    """Return the addresses of the question pages, relative to the site."""
    paths = sorted((project / "docs/questions").glob("*.md"))
    return [f"questions/{path.stem}/" for path in paths if path.stem != "index"]


def _settings(questions: int) -> dict[str, Any]:
    pages = [f"questions/q-{number:03}.md" for number in range(1, questions + 1)]
    nav = [{"Home": "index.md"}, {"Questions": pages}, {"Checklist": "checklist.md"}]
    return {
        "INHERIT": "base.yml",
        "site_name": "Made-up questions",
        # Not a local address: there the pages leave out their security policy.
        "site_url": "https://example.org/made-up/",
        "extra": {"guide": {"id": f"made-up-{questions}", "edition": "2026-11"}},
        "nav": [*nav, {"Glossary": "glossary.md"}],
    }


def _question_page(number: int) -> str:
    prose = Prose(number)
    statements = [
        {"id": f"q-{number}-{n}", "text": prose.plain_phrase(), "ask_for": "dates and service names"}
        for n in range(1, STATEMENTS + 1)
    ]
    question = {"id": f"q-{number}", "ask": f"Do we know the answer to question {number}?"}
    meta = {
        "title": f"Know the answer to question {number}",
        "description": prose.plain_phrase(),
        "question": question | {"statements": statements},
        "reviewed": "22 November 2026",
        "next_review": "22 November 2027",
    }
    return f"---\n{_yaml(meta)}---\n\n{prose.body()}"


def _write_page(path: Path, title: str, body: str) -> None:
    path.write_text(f"---\n{_yaml({'title': title})}---\n\n{body}")


def _write_yaml(path: Path, data: dict[str, Any]) -> None:
    path.write_text(_yaml(data))


def _yaml(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)

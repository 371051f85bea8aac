"""Writes projects to build: a guide of any size, and any as plain Material."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.support.building import PROJECT
from tests.support.projects import make_fork, plain_question, write_question

STATEMENTS = 5
CALL = re.compile(r"\{\{[-+]?\s*\w+\(.*?\)\s*[-+]?\}\}")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# What a plain user does not have. Everything else of the configuration stays, the extensions above all.
OURS_ALONE = ("INHERIT", "theme", "plugins", "hooks", "extra", "extra_css", "extra_javascript")


def write_guide(folder: Path, questions: int, page: str = "") -> Path:
    """Write a guide of so many questions, each with the prose of one of ours.

    ``page`` is one more, such as ``away-day/room``, that shows the part of its name.
    """
    made_up = [plain_question(f"q-{n}", STATEMENTS) for n in range(1, questions + 1)]
    project = make_fork(folder, made_up)
    for question in made_up:
        write_question(project, question, _prose())
    if page:
        file = project / f"docs/{page}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"# One more\n\n{{{{ {file.stem}() }}}}\n")
        settings = yaml.safe_load((project / "mkdocs.yml").read_text())
        settings["nav"].append({"One more": f"{page}.md"})
        _write_settings(project, settings)
    return project


def _prose() -> str:
    """Return the text of our longest question page, without its links."""
    pages = (page.read_text("utf-8") for page in (PROJECT / "docs/questions").glob("*.md"))
    return LINK.sub(r"\1", max(pages, key=len).split("---\n", 2)[2])


def make_plain(project: Path, folder: Path) -> Path:
    """Write the same pages, the calls of our macros taken out, for Material as it comes."""
    shutil.copytree(project / "docs", folder / "docs", ignore=shutil.ignore_patterns("css", "js"))
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(CALL.sub("", page.read_text()))
    with (project / "mkdocs.yml").open("rb") as file:
        config = yaml_load(file)
    kept = {name: value for name, value in config.items() if name not in OURS_ALONE}
    _write_settings(folder, kept | {"theme": {"name": "material"}, "plugins": ["search"]})
    return folder


def _write_settings(project: Path, settings: dict[str, Any]) -> None:
    (project / "mkdocs.yml").write_text(yaml.dump(settings, sort_keys=False, allow_unicode=True))

"""A published copy of this project, and a later version of the project, as git repositories."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from tests.support.building import PROJECT
from tests.support.guide import Question, read_guide
from tests.support.projects import plain_question, write_question

# Not worth copying. What else git does not keep is left to .gitignore.
NOT_COPIED = (".git", ".venv*", ".cache", ".*_cache", "__pycache__")
SOMEBODY = {"NAME": "Somebody", "EMAIL": "somebody@example.org"}
ENVIRONMENT = {
    **os.environ,
    **{f"GIT_{who}_{what}": is_ for who in ("AUTHOR", "COMMITTER") for what, is_ in SOMEBODY.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
CALL = "{{ checklist() }}"
NEWS = "{% block announce %}<p>Our own news</p>{% endblock %}\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>\n'
PUBLISHER = {
    "name": "Example trust",
    "contact": "digital@example.org",
    "host": "Example hosting",
    "logs": "It logs nothing.",
    "complaints": "https://example.org/complaints/",
}


class Repository:
    """A folder with its history.

    Attributes:
        folder: the work tree.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *command: str) -> str:
        return self._run("git", *command).stdout.strip()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder, whether or not it ends well."""
        return self._run(*command, check=False)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        file = self.folder / name
        text = file.read_text("utf-8")
        assert edit(text) != text, f"{name}: nothing to change"
        file.write_text(edit(text), "utf-8")

    @property
    def conflicts(self) -> list[str]:
        return self.git("diff", "--name-only", "--diff-filter=U").splitlines()

    def _run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=check,
        )


def make_upstream(folder: Path) -> Repository:
    """Commit this project as it stands."""
    shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    upstream = Repository(folder)
    upstream.git("init", "--quiet", "--initial-branch=main")
    upstream.commit("The guide")
    return upstream


def make_fork(upstream: Repository, folder: Path) -> Repository:
    upstream.git("clone", "--quiet", str(upstream.folder), str(folder))
    return Repository(folder)


def make_from_template(upstream: Repository, folder: Path) -> Repository:
    """Copy the files without their history, as "Use this template" does."""
    shutil.copytree(upstream.folder, folder, ignore=shutil.ignore_patterns(".git"))
    copy = Repository(folder)
    copy.git("init", "--quiet", "--initial-branch=main")
    copy.commit("Initial commit")
    return copy


def page_of(question: Question) -> str:
    return f"docs/{question.url.rstrip('/')}.md"


def make_it_ours(copy: Repository) -> list[Question]:
    """Change name, address, id, look and 3 pages; add a question, drop 2, and return those."""
    questions = read_guide(copy.folder).questions
    dropped = list(questions[1:3])
    copy.change("docs/index.md", lambda text: f"{text}\nWords of our own.\n")
    for page in (page_of(questions[0]), page_of(questions[-1])):
        copy.change(page, lambda text: text.replace(CALL, f"Words of our own.\n\n{CALL}"))
    write_question(copy.folder, plain_question("our-own"))
    copy.change("overrides/main.html", lambda text: f"{text}{NEWS}")
    (copy.folder / "docs/assets/ours.svg").write_text(LOGO, "utf-8")
    with settings_of(copy) as settings:
        settings |= {"site_name": "Example trust", "site_url": "https://example.org/trust/"}
        settings["extra"]["guide"] |= {"id": "example-trust", "publisher": PUBLISHER}
        settings["theme"] = {"palette": {"primary": "#330072"}, "logo": "assets/ours.svg"}
        paths = _question_paths(settings)
        paths[:] = [path for path in paths if path not in map(_path_of, dropped)] + ["questions/our-own.md"]
    for question in dropped:
        leave_out(copy, _path_of(question))
    copy.commit("Our own version")
    return dropped


def leave_out(copy: Repository, path: str) -> None:
    with settings_of(copy) as settings:
        settings["exclude_docs"] = f"{settings.get('exclude_docs', '')}/{path}\n"


@contextmanager
def settings_of(copy: Repository) -> Iterator[dict[str, Any]]:
    """Give the settings to be changed, and write them again, every line another."""
    file = copy.folder / "mkdocs.yml"
    settings: dict[str, Any] = yaml.load(file.read_text("utf-8"), get_yaml_loader())
    yield settings
    file.write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")


def make_a_later_version(upstream: Repository) -> None:
    """Change how the site is built and looks, pages, and settings next to the copy's; add a question."""
    questions = read_guide(upstream.folder).questions
    write_question(upstream.folder, plain_question("later"))
    last = re.compile(rf"^( *- )(.*{re.escape(_path_of(questions[-1]))})$", re.M)
    upstream.change("mkdocs.yml", lambda text: last.sub(r"\1\2\n\1questions/later.md", text))
    upstream.change(
        "base.yml", lambda text: text.replace("  tables: {}\n", "  tables: {}\n  sane_lists: {}\n")
    )
    upstream.change("macros/finish.py", lambda text: text.replace('"""Finishes', '"""Later: finishes'))
    upstream.change("overrides/base.html", lambda text: text.replace("<head>", "<head><!-- later -->"))
    upstream.change("docs/assets/css/base.css", lambda text: f"{text}\n.later {{ color: inherit; }}\n")
    for page in ("docs/index.md", page_of(questions[0]), page_of(questions[1])):
        upstream.change(page, lambda text: text.replace("\n---\n", "\n---\n\nLater words.\n", 1))
    upstream.commit("A later version")


def _path_of(question: Question) -> str:
    return page_of(question).removeprefix("docs/")


def _question_paths(settings: dict[str, Any]) -> list[str]:
    """Return the section of ``nav`` that holds the questions."""
    sections = [section for item in settings["nav"] for section in item.values() if isinstance(section, list)]
    return next(section for section in sections if str(section[0]).startswith("questions/"))

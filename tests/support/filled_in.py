"""A copy with all that the reference describes filled in: ``python -m tests.support.filled_in FOLDER``.

To run every test in it, as the copy's own people would: make it, go into its folder, and run the second
command of the README, then ``pytest -m full``.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.support.guide import Question, read_guide
from tests.support.projects import plain_question, write_question
from tests.support.repositories import Repository, make_fork, make_upstream, page_of, settings_of

NAME = "Example NHS Foundation Trust"
DATES = {"reviewed": "1 May 2027", "next_review": "1 May 2028"}
HIDDEN = {"hide": ["footer"], "search": {"exclude": True}}
GUIDE = {
    "id": "example-trust-digital-questions",
    "edition": "2027-05",
    "official": True,
    "publisher": {
        "name": NAME,
        "contact": "digital@example.org",
        "host": "Example hosting",
        "logs": "It logs the IP address of each visitor for security, for 30 days.",
        "complaints": "https://example.org/complaints/",
    },
    "accessibility": {
        "status": "partially compliant",
        "problems": "Our own page of dates cannot be read at 400% zoom.",
        "tested": "22 April 2027",
        "tested_by": "our digital team",
        "tested_how": "We tested every page with a keyboard, a screen reader and at 400% zoom.",
    },
    "review": DATES,
}
SETTINGS = {
    "site_name": "Digital questions for our board",
    "site_description": f"Questions about digital work for the board of {NAME}.",
    "site_url": "https://example.org/our/questions/",
    "docs_dir": "docs",
    "use_directory_urls": True,
    "copyright": f"Published by {NAME}",
    "extra_css": ["assets/trust.css"],
    "not_in_nav": "thank-you.md\n",
    "extra_javascript": ["assets/trust.js"],
    "repo_url": "https://example.org/our/guide",
    "edit_uri": "edit/main/docs/",
    "plugins": {"macros": {}},
    "markdown_extensions": {"sane_lists": {}},
}
THEME = {"favicon": "assets/images/trust.svg", "language": "en-GB", "palette": {"primary": "#006747"}}
LEFT_OUT = ("glossary.md", "publish/index.md", "publish/reference.md")  # and the first 2 questions
PAGES = {
    "thank-you.md": "# Thank you\n\nWe have your answers.\n",
    "our-trust/index.md": "# Our trust\n\nWho leads digital work here.\n",
    "our-trust/contact.md": f"---\n{yaml.safe_dump(DATES | HIDDEN)}---\n\n# Contact\n\nWrite to us.\n",
}
SCRIPT = "document.documentElement.dataset.trust = 'here';\n"
STYLE = "footer{color:inherit}"
WIDE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>\n'
LOGOS = ("svg", "png")
OWN = "our-question"


def make_filled_in(folder: Path, logo: str = "svg") -> Repository:
    """Make a fork of this project in a folder, and fill in all that a copy can say.

    The project may be such a copy itself.

    Args:
        folder: where the project and the fork go, as ``upstream`` and ``copy``.
        logo: the kind of picture that the logo is, one of ``LOGOS``.
    """
    copy = make_fork(make_upstream(folder / "upstream"), folder / "copy")
    questions = [question for question in read_guide(copy.folder).questions if question.id != OWN]
    _write_pages(copy.folder, logo)
    _say_the_same_twice(copy, questions[-2:])
    _say_where_pages_were(copy, questions[-1])
    write_question(copy.folder, plain_question(OWN))
    with settings_of(copy) as settings:
        settings.update(SETTINGS)
        settings["theme"] = THEME | {"logo": f"assets/images/logo.{logo}"}
        settings["extra"]["guide"] = GUIDE
        _choose(settings, [page_of(question).removeprefix("docs/") for question in questions])
    copy.commit("Our own version")
    return copy


def _write_pages(project: Path, logo: str) -> None:
    docs = project / "docs"
    (docs / "our-trust").mkdir(exist_ok=True)
    for path, text in PAGES.items():
        (docs / path).write_text(text, "utf-8")
    (docs / "assets/trust.css").write_text(STYLE, "utf-8")
    (docs / "assets/trust.js").write_text(SCRIPT, "utf-8")
    (docs / "assets/images/trust.svg").write_text(WIDE, "utf-8")
    if logo == "svg":
        (docs / "assets/images/logo.svg").write_text(WIDE, "utf-8")
    else:
        Image.new("RGB", (300, 100), "#006747").save(docs / "assets/images/logo.png")


def _say_the_same_twice(copy: Repository, questions: Sequence[Question]) -> None:
    """Give the first statement of one question the words of the other's."""
    old, new = (yaml.safe_dump({"text": question.statements[0].text}, width=1000) for question in questions)
    copy.change(page_of(questions[0]), lambda text: text.replace(old.strip(), new.strip()))


def _say_where_pages_were(copy: Repository, question: Question) -> None:
    moved = f"\nmoved_from: [old-{question.id}.md, questions/old-{question.id}.md]\n---\n"
    copy.change(page_of(question), lambda text: text.replace("\n---\n", moved, 1))


def _choose(settings: dict[str, Any], paths: Sequence[str]) -> None:
    """Leave questions out, turn the order of the others, and put our own among them and pages after them."""
    chosen = [*reversed(paths[2:]), f"questions/{OWN}.md"]
    left_out = [*paths[:2], *(path for path in LEFT_OUT if path in str(settings["nav"]))]
    settings["exclude_docs"] = settings.get("exclude_docs", "") + "".join(f"/{path}\n" for path in left_out)
    for entry in settings["nav"]:
        for name, section in entry.items():
            if isinstance(section, list) and paths[0] in section:
                entry[name] = chosen
    nav = [entry for entry in settings["nav"] if "Our trust" not in entry]
    ours = {"Our trust": ["our-trust/index.md", {"Contact": "our-trust/contact.md"}]}
    settings["nav"] = [*_without(nav, left_out), ours]


def _without(nav: Sequence[Any], paths: Collection[str]) -> Iterator[Any]:
    """Yield what ``nav`` holds without the lines of these pages."""
    for entry in nav:
        if isinstance(entry, dict):
            ((name, value),) = entry.items()
            if isinstance(value, list):
                yield {name: list(_without(value, paths))}
            elif value not in paths:
                yield entry
        elif entry not in paths:
            yield entry


if __name__ == "__main__":
    print(make_filled_in(Path(sys.argv[1]), *sys.argv[2:]).folder)

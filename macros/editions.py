"""Writes editions of the guide, and says what changed between them: ``python -m macros.editions``.

Without arguments it writes the edition that the present pages are, which belongs in the repository.

With ``--compare`` it says what changed since an earlier edition, and stops at each id whose text is another,
until ``--same-meaning`` confirms it: answers are kept under ids, so an old answer would stand beside a new
statement.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from macros.content.guide import Guide, build_guide
from macros.content.located import Node
from macros.content.problem import GuideError, Problem, expected, print_lines, shown
from macros.content.source import Source, read_source
from macros.edition.changes import Entry, changes, reused
from macros.edition.edition import COMMAND, FOLDER, Edition, edition_of, read_edition, read_editions, text_of

NEWEST = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in the project's folder; return its status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.same_meaning and options.compare is None:
        parser.error("--same-meaning: expected --compare before it, got none. Example: --compare 2026-11")
    try:
        source = _source()
        guide = build_guide(source)
        if options.compare is None:
            _write(guide, source.folder)
        else:
            _compare(options, guide, source)
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _source() -> Source:
    config_file = Path("mkdocs.yml")
    if not config_file.is_file():
        message = expected("this file in the folder of the command", "none", "cd my-guide")
        raise GuideError([Problem(config_file.name, 1, "file", message)])
    return read_source(config_file)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(COMMAND, description="Write the present edition, or compare.")
    parser.add_argument(
        "--compare",
        nargs="?",
        const=NEWEST,
        metavar="OLD",
        help="say what changed since an edition or a file; without OLD, since the newest other edition",
    )
    parser.add_argument(
        "--same-meaning",
        nargs="+",
        default=[],
        metavar="ID",
        help="with --compare: ids that mean the same as before, in other words",
    )
    return parser


def _write(guide: Guide, folder: Path) -> None:
    edition = edition_of(guide)
    file = folder / FOLDER / f"{edition['edition']}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text_of(edition), encoding="utf-8")
    print(f"{FOLDER}/{file.name}")


def _compare(options: Namespace, guide: Guide, source: Source) -> None:
    olds, new = _olds(options.compare, guide, source.folder), edition_of(guide)
    print(f"Changes since edition {olds[-1]['edition']}:\n")
    print_lines([f"- {change}" for change in changes(olds[-1], new)] or ["- None"])
    nodes = _nodes(source)
    problems = [
        _problem(nodes[now.key], before, edition)
        for before, now, edition in reused(olds, new, options.same_meaning)
    ]
    if problems:
        raise GuideError(problems)


def _olds(name: str, guide: Guide, folder: Path) -> list[Edition]:
    """Return the edition to compare with, after any that came before it.

    Raises:
        GuideError: when there is none of that name, or none at all.
    """
    if name == NEWEST:
        present = guide.settings.edition
        olds = [old for old in read_editions(folder, guide.settings.id) if old["edition"] != present]
    else:
        files = [file for file in (folder / FOLDER / f"{name}.json", folder / name) if file.is_file()]
        olds = [read_edition(file, name) for file in files[:1]]
    if olds:
        return olds
    what = f"an edition in {FOLDER}/, or the file of one"
    got = shown(name) if name else f"none but the present one of {guide.settings.id}"
    message = expected(what, got, f"--compare {FOLDER}/2026-11.json")
    raise GuideError([Problem("command line", 1, "--compare", message)])


def _problem(node: Node, before: Entry, edition: str) -> Problem:
    what = f'an id of its own, because {before.id} was "{before.text}" in edition {edition}'
    confirm = f"{COMMAND} --compare {edition} --same-meaning {before.id}"
    example = f"{before.id}-2, or, where both mean the same: {confirm}"
    return node.problem(what, example)


def _nodes(source: Source) -> dict[tuple[str, str], Node]:
    """Return where each question and statement has its id."""
    questions = [page.meta.get("question") for page in source.pages if page.meta]
    found = {("question", str(question.get("id").value)): question.get("id") for question in questions}
    for question in questions:
        items = question.get("statements").value
        for item in items if isinstance(items, list) else []:
            found["statement", str(item.get("id").value)] = item.get("id")
    return found


if __name__ == "__main__":
    sys.exit(main())

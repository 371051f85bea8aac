"""Checks the content alone, without building it: ``python -m macros.check``."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.content.configuration import check_repository
from macros.content.guide import build_guide
from macros.content.problem import GuideError, Problem, print_lines
from macros.content.source import read_source
from macros.edition.promises import check_promises
from macros.words.words import read_words


def problems_of(config_file: Path, repository: str = "") -> Sequence[Problem]:
    """Return everything that is wrong with a guide, in order of file and line.

    Args:
        config_file: its ``mkdocs.yml``.
        repository: where it is published from, as OWNER/NAME; empty where that is not known.

    Raises:
        OSError: a file cannot be opened.
    """
    source = read_source(config_file)
    problems: list[Problem] = []
    if source.config and repository:
        check_repository(source.config, repository, problems)
    try:
        read_words(source.folder, problems)
        check_promises(build_guide(source), source)
    except GuideError as error:
        problems += error.problems
    return sorted(set(problems))


def annotation(problem: Problem) -> str:
    """Return the line that makes GitHub show a problem beside the line of the file.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    place = f"file={_escaped(problem.file, ',:')},line={problem.line}"
    return f"::error {place},title={_escaped(problem.key, ',:')}::{_escaped(str(problem))}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":  # the percent sign first, as it begins what stands for the others
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def main(arguments: Sequence[str]) -> int:
    """Print every problem; return 0 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m macros.check", description=__doc__)
    parser.add_argument("--repository", metavar="OWNER/NAME", default="", help="where it is published from")
    options = parser.parse_args(arguments)
    config_file = Path("mkdocs.yml")
    if not config_file.is_file():
        print(f"{config_file}: expected it in this folder, got none. Example: cd my-guide", file=sys.stderr)
        return 2
    problems = problems_of(config_file, options.repository)
    as_line = annotation if os.environ.get("GITHUB_ACTIONS") == "true" else str
    print_lines(as_line(problem) for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The command that checks the content alone."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import annotation, main, problems_of
from macros.content.configuration import ID
from macros.content.problem import Problem
from tests.support.building import PROJECT

BROKEN = {"docs/questions/users.md": [["title: See", "titel: See"]]}


@pytest.fixture
def run(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[str]]]:
    """Return a function that runs the command in a changed project and gives its status and lines."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*arguments: str, **changes: object) -> tuple[int, list[str]]:
        monkeypatch.chdir(project(**changes).parent)
        return main(arguments), capsys.readouterr().out.splitlines()

    return run


def test_a_guide_without_a_problem_ends_well_and_silently(run: Callable[..., tuple[int, list[str]]]) -> None:
    assert run() == (0, [])


def test_every_problem_is_on_a_line_of_its_own(run: Callable[..., tuple[int, list[str]]]) -> None:
    status, lines = run(change=BROKEN)
    assert status == 1
    assert [line.split(": ")[:2] for line in lines] == [
        ["docs/questions/users.md:1", "title"],
        ["docs/questions/users.md:2", "titel"],
    ]


def test_in_a_workflow_a_problem_is_shown_beside_its_line(
    run: Callable[..., tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, lines = run(change=BROKEN)
    place = (
        "::error file=docs/questions/users.md,line=2,title=titel::docs/questions/users.md:2: titel: expected "
    )
    assert lines[1].startswith(place)


def test_nothing_in_a_problem_ends_its_annotation() -> None:
    problem = Problem("docs/a,b.md", 3, "a: b", "expected 100%,\ngot a::b")
    assert annotation(problem) == (
        "::error file=docs/a%2Cb.md,line=3,title=a%3A b::docs/a,b.md:3: a: b: expected 100%25,%0Agot a::b"
    )


def test_a_folder_without_a_guide_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 2
    assert (
        capsys.readouterr().err == "mkdocs.yml: expected it in this folder, got none. Example: cd my-guide\n"
    )


def test_our_id_in_another_repository_is_noticed(project: Callable[..., Path]) -> None:
    names = {"mkdocs.yml": [["site_name: Example", "site_name: Digital questions for boards"]]}
    names["mkdocs.yml"].append(["id: example-questions", f"id: {ID}"])
    config = project(change=names)
    assert problems_of(config) == []
    (problem,) = problems_of(config, "example/our-guide")
    assert (problem.line, problem.key) == (5, "extra.guide.id")
    assert "example/our-guide is a repository of your own" in problem.message


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_problem_can_be_read_from_a_pipe_of_any_encoding(
    project: Callable[..., Path], encoding: str
) -> None:
    config = project(change={"docs/questions/users.md": [["id: users\n", "id: Kāwai →\n"]]})
    ran = subprocess.run(
        [sys.executable, "-m", "macros.check"],
        cwd=config.parent,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    got = "Kāwai →".encode(encoding, "backslashreplace").decode(encoding)
    assert f'got "{got}"' in ran.stdout.decode(encoding)

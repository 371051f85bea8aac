"""Where the pages will be: asked of GitHub, and written where a copy has said nothing else."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from macros.address import write_address
from macros.content.configuration import ADDRESS
from macros.content.source import read_source
from tests.support.building import PROJECT

PAGES = "https://example-trust.github.io/questions/"
NAME = "site_name: Example\n"


class GitHub(HTTPServer):
    """Answers as GitHub does when it is asked for a repository's pages.

    Attributes:
        answer: the status, and what comes with it.
        asked: the path and the authorisation of each request.
    """

    answer: tuple[int, dict[str, str]] = (404, {"message": "Not Found"})

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[tuple[str, str | None]] = []


class _Answer(BaseHTTPRequestHandler):
    server: GitHub

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Authorization"]))
        status, body = self.server.answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def github() -> Iterator[GitHub]:
    server = GitHub()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def run(folder: Path, github: GitHub, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as the workflow does."""
    env = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "GITHUB_API_URL": f"http://127.0.0.1:{github.server_port}",
        "GITHUB_REPOSITORY": "example-trust/questions",
        "GITHUB_TOKEN": "of-this-run",
        "GITHUB_ACTIONS": "true",
    }
    command = [sys.executable, "-m", "macros.address", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(project: Callable[..., Path]) -> Path:
    return project(change={"mkdocs.yml": [[NAME, f"{NAME}site_url: {ADDRESS}\n"]]}).parent


def site_url(folder: Path) -> object:
    config = read_source(folder / "mkdocs.yml").config
    assert config
    return config.get("site_url").value


def test_the_address_that_github_says_takes_the_place_of_the_example(folder: Path, github: GitHub) -> None:
    github.answer = (200, {"build_type": "workflow", "html_url": PAGES})
    ran = run(folder, github)
    assert ran.returncode == 0, ran.stderr
    assert site_url(folder) == PAGES
    assert github.asked == [("/repos/example-trust/questions/pages", "Bearer of-this-run")]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((404, {"message": "Not Found"}), "GitHub Pages is not switched on for example-trust/questions. "),
        (
            (200, {"build_type": "legacy", "html_url": PAGES}),
            "GitHub Pages of example-trust/questions takes its files from a branch. ",
        ),
    ],
)
def test_pages_that_are_switched_off_end_the_workflow_with_what_to_switch_on(
    answer: tuple[int, dict[str, str]], said: str, folder: Path, github: GitHub
) -> None:
    github.answer = answer
    ran = run(folder, github)
    assert ran.returncode == 1
    assert ran.stderr.startswith(
        f"::error title=Not published::{said}In the repository, open Settings, then Pages."
    )
    assert "Source, choose GitHub Actions" in ran.stderr
    assert site_url(folder) == ADDRESS


def test_a_refusal_is_not_taken_for_pages_that_are_switched_off(folder: Path, github: GitHub) -> None:
    github.answer = (403, {"message": "Resource not accessible by integration"})
    ran = run(folder, github)
    assert ran.returncode == 1
    assert "GitHub did not say where" in ran.stderr and "403" in ran.stderr


def test_an_address_can_be_given(folder: Path, github: GitHub) -> None:
    assert run(folder, github, PAGES.rstrip("/")).returncode == 0
    assert site_url(folder) == PAGES
    assert not github.asked


def test_an_address_of_the_copy_s_own_is_left_alone(project: Callable[..., Path]) -> None:
    config_file = project(change={"mkdocs.yml": [[NAME, f"{NAME}site_url: https://guide.example.org/\n"]]})
    before = config_file.read_text("utf-8")
    assert not write_address(config_file, PAGES)
    assert config_file.read_text("utf-8") == before


def test_where_there_is_no_address_it_is_added(project: Callable[..., Path]) -> None:
    config_file = project(change={"base.yml": [["site_url: !ENV [SITE_URL, https://example.org/]\n", ""]]})
    assert write_address(config_file, PAGES)
    assert site_url(config_file.parent) == PAGES

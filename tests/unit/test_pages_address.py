"""Where the pages will be: asked of GitHub, and taken where a copy has said nothing else."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.support.building import PROJECT, build_site
from tests.support.parsing import parse
from tests.support.projects import make_fork, plain_question

PAGES = "https://example-trust.github.io/questions/"
GUIDE = (PROJECT / "docs/publish/index.md").read_text("utf-8")


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


def ask(github: GitHub) -> subprocess.CompletedProcess[str]:
    """Run the command as the workflow does."""
    env = {
        "PATH": os.environ["PATH"],
        "GITHUB_API_URL": f"http://127.0.0.1:{github.server_port}",
        "GITHUB_REPOSITORY": "example-trust/questions",
        "GITHUB_TOKEN": "of-this-run",
    }
    command: list[str | Path] = [sys.executable, PROJECT / ".ci/pages"]
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)


def canonical(project: Path, **environment: str) -> str | None:
    """Return the address that the home page gives as its own, once the project is built."""
    build = build_site(project, project.parent / "site", **environment)
    assert build.status == 0, build.output
    home = parse(build.folder / "index.html")
    links = (link.get("href") for link in home.iter("link") if link.get("rel") == "canonical")
    return next(links, None)


@pytest.mark.parametrize("address", [PAGES, PAGES.rstrip("/")])
def test_github_s_answer_is_a_line_for_the_environment(github: GitHub, address: str) -> None:
    github.answer = (200, {"build_type": "workflow", "html_url": address})
    ran = ask(github)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"SITE_URL={PAGES}\n"
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
    answer: tuple[int, dict[str, str]], said: str, github: GitHub
) -> None:
    github.answer = answer
    ran = ask(github)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(
        f"::error title=Not published::{said}In the repository, open Settings, then Pages."
    )
    assert "Source, choose GitHub Actions" in ran.stderr


def test_a_refusal_is_not_taken_for_pages_that_are_switched_off(github: GitHub) -> None:
    github.answer = (403, {"message": "Resource not accessible by integration"})
    ran = ask(github)
    assert ran.returncode == 1
    assert "GitHub did not say where" in ran.stderr and "403" in ran.stderr


def test_the_site_has_the_address_that_the_host_says(tmp_path: Path) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river")])
    settings = (project / "mkdocs.yml").read_text("utf-8")
    shown = re.search("^site_url: !ENV .+$", GUIDE, re.M)
    assert shown
    (project / "mkdocs.yml").write_text(re.sub("(?m)^site_url: .*$", lambda _: shown[0], settings), "utf-8")
    assert canonical(project, SITE_URL=PAGES) == PAGES


def test_an_address_of_the_copy_s_own_is_left_alone(tmp_path: Path) -> None:
    project = make_fork(tmp_path / "project", [plain_question("river")])
    assert canonical(project, SITE_URL=PAGES) == "https://example.org/somewhere/else/"

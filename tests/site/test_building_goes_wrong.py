"""A broken page: the build says so and leaves nothing behind, a running serve survives it."""

import queue
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.building import ENVIRONMENT, build_site
from tests.support.projects import make_fork, plain_question, write_question

PROBLEM = re.compile(
    r"docs/questions/river\.md:\d+: question\.statements\[0\]\.id: expected .+, got .+\. Example: "
)
LONGEST_WAIT = 60  # seconds for a line of the log


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_fork(tmp_path / "project", [plain_question("river"), plain_question("field")])


def break_page(project: Path) -> None:
    question = plain_question("river")
    question["statements"][0]["id"] = "River 1"
    write_question(project, question)


def test_a_broken_page_ends_the_build_with_its_problem_and_leaves_no_site(
    project: Path, tmp_path: Path
) -> None:
    break_page(project)
    build = build_site(project, tmp_path / "site")
    assert build.status != 0
    assert PROBLEM.search(build.output), build.output
    assert "Traceback" not in build.output
    assert not build.folder.exists()


def test_a_macro_that_does_not_exist_ends_the_build(project: Path, tmp_path: Path) -> None:
    write_question(project, plain_question("river"), "{{ checklist() }}\n\n{{ checklists() }}")
    build = build_site(project, tmp_path / "site")
    assert build.status != 0
    assert "checklists" in build.output


class Serve:
    """A running ``mkdocs serve``, and what it says."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def wait_for(self, pattern: str) -> None:
        while not re.search(pattern, self._next_line(pattern)):
            pass

    def _next_line(self, pattern: str) -> str:
        try:
            self.said.append(self.lines.get(timeout=LONGEST_WAIT))
        except queue.Empty:
            pytest.fail(f"mkdocs serve never said {pattern!r}:\n{''.join(self.said)}")
        return self.said[-1]

    def get(self, url: str) -> str:
        with urlopen(f"http://127.0.0.1:{self.port}/somewhere/else/{url}", timeout=LONGEST_WAIT) as answer:
            return str(answer.read().decode("utf-8"))


@pytest.fixture
def serve(project: Path) -> Iterator[Serve]:
    serve = Serve(project)
    yield serve
    serve.process.terminate()
    serve.process.wait(LONGEST_WAIT)


@pytest.mark.full
def test_a_running_serve_survives_a_broken_page_and_recovers(project: Path, serve: Serve) -> None:
    serve.wait_for(r"Serving on")
    assert "part 1" in serve.get("questions/river/")
    break_page(project)
    serve.wait_for(PROBLEM.pattern)
    assert serve.process.poll() is None  # MkDocs answers again once the page is mended
    mended = plain_question("river")
    mended["statements"][0]["text"] = "Mended, and served"
    write_question(project, mended)
    serve.wait_for(r"Reloading browsers|Documentation built")
    assert "Mended, and served" in serve.get("questions/river/")


@pytest.mark.full
def test_a_running_serve_takes_in_a_question_that_is_added(project: Path, serve: Serve) -> None:
    serve.wait_for(r"Serving on")
    write_question(project, plain_question("hill"))
    serve.wait_for(r"docs/questions/hill\.md|questions/hill\.md")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        text.replace("- questions/field.md", "- questions/field.md\n  - questions/hill.md"), "utf-8"
    )
    serve.wait_for(r"Reloading browsers|Documentation built")
    assert "part 1" in serve.get("questions/hill/")

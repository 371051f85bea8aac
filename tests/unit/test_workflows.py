"""The workflows are valid, may do little, and say nothing that is not in a script of this project."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pathspec import GitIgnoreSpec

from tests.support.building import PROJECT

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
FORMS = sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
GITLAB = PROJECT / ".gitlab-ci.yml"
# The kinds of files that our code consists of, and folders with copies of it or with other code.
CODE = {".py", ".js", ".css", ".html", ".yml", ".toml"}
NO_CODE = {".venv", ".venv-zensical", ".cache", "site", "build", "docs"}
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
SCRIPT = re.compile(r"\.ci/[a-z]+")
MAY_WRITE = {"deploy": {"pages", "id-token"}}


def schema_problems(schema: str, file: Path, *options: str) -> str:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{schema}",
        *options,
        file,
    ]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


@pytest.fixture(params=WORKFLOWS, ids=lambda file: file.stem)
def workflow(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def jobs_of(workflow: Path) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return jobs


def commands_of(workflow: Path) -> Iterator[str]:
    for job in jobs_of(workflow).values():
        yield from (step["run"] for step in job["steps"] if "run" in step)


def gitlab_commands() -> Iterator[str]:
    for job in yaml.safe_load(GITLAB.read_text("utf-8")).values():
        yield from job.get("script", [])


def test_the_files_of_both_hosts_are_valid() -> None:
    for file in WORKFLOWS:
        assert not schema_problems("github-workflows", file)
    for file in FORMS:
        assert not schema_problems("github-issue-forms", file)
    assert not schema_problems("dependabot", PROJECT / ".github/dependabot.yml")
    assert not schema_problems("gitlab-ci", GITLAB, "--data-transform", "gitlab-ci")


def test_a_job_that_is_misspelled_is_found(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert "run-on" in schema_problems("github-workflows", broken)


def test_a_job_may_only_read_unless_it_publishes(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text("utf-8"))["permissions"] == {}
    for name, job in jobs_of(workflow).items():
        writes = {kind for kind, right in job["permissions"].items() if right != "read"}
        assert writes == MAY_WRITE.get(name, set()), name


def test_nothing_is_published_from_a_pull_request_or_before_the_site_is_checked() -> None:
    deploy = jobs_of(PROJECT / ".github/workflows/publish.yml")["deploy"]
    assert "github.event_name != 'pull_request'" in deploy["if"]
    assert set(deploy["needs"]) == {"build", "check"}
    assert yaml.safe_load(GITLAB.read_text("utf-8"))["pages"]["needs"] == ["check"]


def test_a_copy_that_changes_words_and_settings_does_not_wait_for_the_tests_of_our_code() -> None:
    for job in (
        jobs_of(PROJECT / ".github/workflows/publish.yml"),
        yaml.safe_load(GITLAB.read_text("utf-8")),
    ):
        assert ".ci/run" not in str({name: job[name] for name in ("check", "build", "pages") if name in job})


def test_our_code_is_tested_where_it_changed_and_every_week_on_both_hosts() -> None:
    """`on` is a truth value in YAML 1.1, which GitHub does not read."""
    tests = yaml.safe_load((PROJECT / ".github/workflows/tests.yml").read_text("utf-8"))
    on, on_gitlab = tests[True], yaml.safe_load(GITLAB.read_text("utf-8"))["tests"]["rules"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", on["schedule"][0]["cron"])
    assert on["push"]["paths"] == on["pull_request"]["paths"] == on_gitlab[1]["changes"]
    assert "schedule" in on_gitlab[0]["if"]
    code = GitIgnoreSpec.from_lines(f"/{path}" for path in on["push"]["paths"])
    files = [path for path in PROJECT.glob("**/*") if path.suffix in CODE and not NO_CODE & {*path.parts}]
    paths = {path.relative_to(PROJECT).as_posix() for path in files}
    assert len(paths) > 50
    assert {path for path in paths if not code.match_file(path)} == {"mkdocs.yml"}
    assert code.match_file("docs/assets/js/main.js") and code.match_file("docs/assets/css/base.css")
    assert not code.match_file("docs/index.md") and not code.match_file("docs/assets/images/logo.svg")


def test_what_the_check_of_a_copy_runs_is_there() -> None:
    named = re.findall(r"tests/\S+", (PROJECT / ".ci/check").read_text("utf-8"))
    assert named
    assert not [name for name in named if not (PROJECT / name).is_file()]


def test_every_action_is_pinned_to_a_commit(workflow: Path) -> None:
    used = [line for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert not [line for line in used if not PINNED.search(line)]


def test_no_secret_is_needed(workflow: Path) -> None:
    assert "secrets" not in workflow.read_text("utf-8")


def test_every_command_is_a_script_that_can_be_run_anywhere(workflow: Path) -> None:
    for command in (*commands_of(workflow), *gitlab_commands()):
        script = SCRIPT.match(command)
        assert script, command
        assert (PROJECT / script[0]).stat().st_mode & 0o111, f"{script[0]} cannot be run"


def test_both_hosts_run_the_same_scripts() -> None:
    on_github = {command.split()[0] for file in WORKFLOWS for command in commands_of(file)}
    # GitLab says where the pages are in a variable, and has no switch.
    assert on_github - {".ci/pages"} == {command.split()[0] for command in gitlab_commands()}


def test_the_machines_run_the_test_command_of_the_readme() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert len(re.findall(r"^python3 .*pytest$", readme, re.M)) == 1
    run = (PROJECT / ".ci/run").read_text("utf-8")
    assert "grep -m 1 'pytest$' README.md" in run
    assert "\n.venv/bin/pytest -m full\n" in run


def test_the_development_container_serves_the_guide_with_what_is_there() -> None:
    container = json.loads((PROJECT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    assert (PROJECT / container["postCreateCommand"]).is_file()
    assert container["forwardPorts"] == [8000]

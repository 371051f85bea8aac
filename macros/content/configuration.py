"""What ``mkdocs.yml`` has to say for the site to work, and what a copy has to say differently from ours."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pathspec import GitIgnoreSpec

from macros.content.located import Node
from macros.content.problem import Problem, expected
from macros.content.rules import GUIDE
from macros.content.source import Page, is_question_page

# What the project's own copy says of itself.
ID = "digital-questions-for-boards"
NAME = "Digital questions for boards"
ADDRESS = "https://example.org/digital-questions-for-boards/"
REPOSITORY = ""  # OWNER/NAME, once there is a public one: until then every repository counts as a copy


def check_directory_urls(config: Node) -> Iterator[Problem]:
    """Yield a problem where pages would have addresses that links, search and offline use do not know."""
    directory_urls = config.get("use_directory_urls")
    if directory_urls.value is False:
        yield directory_urls.problem(
            "true: the address of a page ends in a slash", "take this line out", "false"
        )


def check_calls_run(pages: Sequence[Page], plugins: Node) -> Iterator[Problem]:
    """Yield each question page outside ``force_render_paths``: it would publish its call as text."""
    items = plugins.value if isinstance(plugins.value, list) else []
    paths = [item.get("macros").get("force_render_paths").value for item in items]
    lines = [line for text in paths if isinstance(text, str) for line in text.splitlines()]
    runs = GitIgnoreSpec.from_lines(lines)
    for page in pages:
        if lines and is_question_page(page) and not runs.match_file(page.path):
            example = f"questions/{PurePosixPath(page.path).name}"
            message = expected("a question page in the folder questions", f'"{page.path}"', example)
            yield Problem(page.file, page.body_line, "checklist()", message)


def check_own_id(config: Node, problems: list[Problem]) -> None:
    """Check that a copy with a name, address or publisher of its own does not keep upstream's id."""
    own = {"site_name": NAME, "site_url": ADDRESS}
    changed = [name for name, value in own.items() if config.get(name).raw not in ("", value)]
    changed += ["publisher"] * ("publisher" in config.get("extra").get("guide").mapping)
    if changed:
        _check_id(config, f"{changed[0]} is your own", problems)


def check_repository(config: Node, repository: str, problems: list[Problem]) -> None:
    """Check that a guide published from another repository, OWNER/NAME, does not keep upstream's id."""
    if repository.lower() != REPOSITORY.lower():
        _check_id(config, f"{repository} is a repository of your own", problems)


def _check_id(config: Node, why: str, problems: list[Problem]) -> None:
    node = config.get("extra").get("guide").get("id")
    if node.value == ID:
        what = f"an id of your own, as {why}: browsers keep the answers under it"
        got = f"{node.got}, the id of the guide that this is a copy of"
        problems.append(node.problem(what, GUIDE["id"].example, got))

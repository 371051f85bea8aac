"""What ``mkdocs.yml`` has to say for the site to work, and what a copy has to say differently from ours."""

from collections.abc import Iterator

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.rules import GUIDE

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

"""What ``extra.guide`` in ``mkdocs.yml`` says: which guide this is, who publishes it, how it was tested.

What nobody has filled in is None, and the pages say so: a copy never claims what it did not earn
(Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from macros.fields import Field, day, line, matching, permanent_id, read_fields, unknown_keys
from macros.nodes import Node
from macros.problem import Problem

ADDRESS = r"https://\S+|[^\s@]+@[^\s@]+\.[^\s@]+"
STATUSES = ("fully compliant", "partially compliant", "not compliant")


@dataclass(frozen=True)
class Publisher:
    """Who publishes this copy of the guide.

    Attributes:
        name: the organisation.
        contact: an email address or the address of a page.
        host: the company or team that delivers the pages.
        logs: what the host logs about visitors, why and for how long, as a sentence.
        complaints: where to complain about the use of personal data; an email address or a page's.
    """

    name: str
    contact: str
    host: str
    logs: str
    complaints: str


@dataclass(frozen=True)
class AccessibilityTest:
    """How this copy of the site was tested against WCAG 2.2 AA.

    Attributes:
        status: fully, partially or not compliant.
        tested: the day of the test, such as ``22 November 2026``.
        tested_by: who tested.
        tested_how: what was tested and how, as a sentence.
    """

    status: str
    tested: str
    tested_by: str
    tested_how: str


@dataclass(frozen=True)
class Settings:
    """What ``extra.guide`` says.

    Attributes:
        id: names the guide in browsers and in saved files.
        edition: names this edition of it, such as ``2026-11``.
        publisher: None until it is filled in.
        accessibility: None until it is filled in.
    """

    id: str
    edition: str
    publisher: Publisher | None = None
    accessibility: AccessibilityTest | None = None


GUIDE = {
    "id": permanent_id("my-trust-digital-questions"),
    "edition": matching(
        r"\d{4}(-\d{2})?([.-][a-z0-9]+)*", "a year, or a year and month with a hyphen", "2026-11"
    ),
}
_ADDRESS = matching(ADDRESS, "an email address or a page's address", "digital@example.org")
PUBLISHER: Mapping[str, Field] = {
    "name": line(100, "Example NHS Foundation Trust"),
    "contact": replace(_ADDRESS, most=200),
    "host": line(100, "GitHub Pages"),
    "logs": line(300, "It logs the IP address of each visitor for security, for 30 days."),
    "complaints": replace(_ADDRESS, most=200),
}
ACCESSIBILITY: Mapping[str, Field] = {
    "status": matching("|".join(STATUSES), " or ".join(STATUSES), STATUSES[1]),
    "tested": replace(day("22 November 2026"), required=True),
    "tested_by": line(100, "our digital team"),
    "tested_how": line(300, "We tested every page with a keyboard, a screen reader and at 400% zoom."),
}
SECTIONS = {"publisher": PUBLISHER, "accessibility": ACCESSIBILITY}


def read_settings(config: Node, problems: list[Problem]) -> Settings:
    """Return the settings; what is wrong with them is added to ``problems``."""
    extra = config.get("extra")
    # Where base.yml has the only "extra", what is missing still belongs in the fork's own file.
    home = extra if extra.file == config.file else config
    node = extra.mapping.get("guide") or replace(home, value=None, key="extra.guide")
    if not isinstance(node.value, dict):
        example = "{id: my-trust-digital-questions, edition: 2026-11}"
        problems.append(node.problem("the keys id and edition", example))
        return Settings("", "")
    problems += unknown_keys(node, [*GUIDE, *SECTIONS])
    publisher = _section(node, "publisher", problems)
    test = _section(node, "accessibility", problems)
    return Settings(
        **read_fields(node, GUIDE, problems),
        publisher=Publisher(**publisher) if publisher else None,
        accessibility=AccessibilityTest(**test) if test else None,
    )


def _section(parent: Node, name: str, problems: list[Problem]) -> dict[str, str]:
    """Return the texts of a section that is filled in whole or not at all."""
    if name not in parent.mapping:
        return {}
    node, fields = parent.get(name), SECTIONS[name]
    if not isinstance(node.value, dict):
        first = next(iter(fields))
        what = f"the keys {', '.join(fields)}, or no key {name} until they are known"
        problems.append(node.problem(what, f"{first}: {fields[first].example}"))
        return {}
    problems += unknown_keys(node, fields)
    return read_fields(node, fields, problems)

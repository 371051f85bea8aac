"""What ``extra.guide`` in ``mkdocs.yml`` says: which guide this is, who publishes it, how it was tested.

What nobody has filled in is None, and the pages say so: a copy never claims what it did not earn
(Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018).
"""

from dataclasses import dataclass, replace

from macros.content.colour import GROUND, TEXT, nearest_that_stands_out, ratio_on_page, ratio_shown
from macros.content.configuration import check_own_id
from macros.content.located import Node
from macros.content.logo import Logo, read_logo
from macros.content.problem import Problem
from macros.content.rules import (
    ACCESSIBILITY,
    GUIDE,
    PUBLISHER,
    REVIEWED,
    STATUSES,
    check_order,
    read_fields,
    unknown_keys,
)
from macros.content.source import Source


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
        problems: what does not meet the standard, as sentences; may be empty where it is met in full.
        tested: the day of the test, such as ``22 November 2026``.
        tested_by: who tested.
        tested_how: what was tested and how, as a sentence.
    """

    status: str
    problems: str
    tested: str
    tested_by: str
    tested_how: str


@dataclass(frozen=True)
class Review:
    """When the publisher last read every page and checked its facts, in place of each page's own dates.

    Attributes:
        reviewed: the day, such as ``22 November 2026``.
        next_review: the day by which they will do so again.
    """

    reviewed: str
    next_review: str


@dataclass(frozen=True)
class Settings:
    """What ``extra.guide`` says.

    Attributes:
        id: names the guide in browsers and in saved files.
        edition: names this edition of it, such as ``2026-11``.
        colour: of the header, links and borders, such as ``#005eb8``; empty for the blue of ``base.css``.
        logo: None where there is none.
        official: whether this is an NHS organisation's own site.
        publisher: None until it is filled in.
        accessibility: None until it is filled in.
        review: None where each page has dates of its own.
    """

    id: str
    edition: str
    colour: str = ""
    logo: Logo | None = None
    official: bool = False
    publisher: Publisher | None = None
    accessibility: AccessibilityTest | None = None
    review: Review | None = None


SECTIONS = {"publisher": PUBLISHER, "accessibility": ACCESSIBILITY, "review": REVIEWED}


def read_settings(config: Node, source: Source, problems: list[Problem]) -> Settings:
    """Return the settings; what is wrong with them is added to ``problems``.

    Raises:
        OSError: the logo's file cannot be opened.
    """
    extra = config.get("extra")
    # Where base.yml has the only "extra", what is missing still belongs in the fork's own file.
    home = extra if extra.file == config.file else config
    node = extra.mapping.get("guide") or replace(home, value=None, key="extra.guide")
    if not isinstance(node.value, dict):
        example = "{id: my-trust-digital-questions, edition: 2026-11}"
        problems.append(node.problem("the keys id and edition", example))
        return Settings("", "")
    problems += unknown_keys(node, [*GUIDE, "official", *SECTIONS])
    texts = read_fields(node, GUIDE, problems)
    publisher = _section(node, "publisher", problems)
    test = _test(node, problems)
    check_own_id(config, problems)
    return Settings(
        texts["id"],
        texts["edition"],
        colour=_colour(node, texts["colour"], problems),
        logo=_logo(node, source, problems) if texts["logo"] else None,
        official=_official(node, problems),
        publisher=Publisher(**publisher) if publisher else None,
        accessibility=AccessibilityTest(**test) if test else None,
        review=_review(node, problems),
    )


def _colour(node: Node, text: str, problems: list[Problem]) -> str:
    """Return the colour. It has to stand out from the page as text does (WCAG 2.2, 1.4.3)."""
    ratio = ratio_on_page(text) if text else TEXT
    if ratio < TEXT:
        what = f"a colour that stands out from the page, {GROUND}, by at least {TEXT:g}:1"
        got = f'"{text}", which has {ratio_shown(ratio)}'
        problems.append(node.get("colour").problem(what, f'"{nearest_that_stands_out(text)}"', got))
    return text


def _logo(node: Node, source: Source, problems: list[Problem]) -> Logo | None:
    """Return the logo. Its alternative text is the publisher's name, so that one is needed."""
    _need_publisher(node, "the publisher's name, which is read out in place of the logo", problems)
    return read_logo(node.get("logo"), source.docs_dir, source.files, problems)


def _official(node: Node, problems: list[Problem]) -> bool:
    """Return whether the site is an NHS organisation's own. It has to say which organisation's."""
    if "official" not in node.mapping:
        return False
    _need_publisher(node, "the NHS organisation whose official site this is", problems)
    official = node.get("official")
    if not isinstance(official.value, bool):
        problems.append(official.problem("true or false, without quotes", "true"))
    return official.value is True


def _need_publisher(node: Node, what: str, problems: list[Problem]) -> None:
    if "publisher" not in node.mapping:
        example = "publisher: {name: Example NHS Foundation Trust, ...}"
        problems.append(node.get("publisher").problem(what, example))


def _test(node: Node, problems: list[Problem]) -> dict[str, str]:
    """Return what is said of the test. A site that does not meet the standard says in what it does not."""
    test = _section(node, "accessibility", problems)
    if test and test["status"] in STATUSES[1:] and "problems" not in node.get("accessibility").mapping:
        what = f"what does not meet the standard, as the site is {test['status']}"
        problems.append(
            node.get("accessibility").get("problems").problem(what, ACCESSIBILITY["problems"].example)
        )
    return test


def _review(node: Node, problems: list[Problem]) -> Review | None:
    dates = _section(node, "review", problems)
    check_order(node.get("review"), dates, problems)
    return Review(**dates) if dates else None


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

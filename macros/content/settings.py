"""What ``extra.guide`` in ``mkdocs.yml`` says: which guide this is, and what its copy says of itself.

What nobody has filled in is None, and the pages say so: a copy never claims what it did not earn
(Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018).
"""

from dataclasses import dataclass, replace
from typing import Annotated

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.publisher import STATUSES, AccessibilityTest, Publisher, Review
from macros.content.rules import (
    Keys,
    Rule,
    check_order,
    matching,
    permanent_id,
    read_texts,
    rules_of,
    unknown_keys,
)


def _section(of: type, *, says: str, default: str) -> Keys:
    return Keys(what="the keys that follow", says=says, default=default, of=of)


@dataclass(frozen=True)
class Settings:
    """What ``extra.guide`` says."""

    id: Annotated[
        str,
        permanent_id(
            "my-trust-digital-questions",
            says="Names your guide in the browsers of those who use it, in saved copies and in answer codes. "
            "It is permanent, and your own. If you change it, people no longer find their answers.",
        ),
    ]
    edition: Annotated[
        str,
        matching(
            r"\d{4}(-\d{2})?([.-][a-z0-9]+)*",
            "a year, or a year and month with a hyphen",
            "2026-11",
            says="Names this version of the statements. Change it when you add, remove or move statements in "
            "a guide that people already use. After the year or month you may add a full stop or a hyphen, "
            "and letters or digits.",
        ).up_to(64),
    ]
    official: Annotated[
        bool,
        Rule(
            what="true or false, without quotes",
            says="Whether your organisation is part of the NHS and this is its official site. Each page then "
            "no longer says at its foot that it is not an official NHS website. The page `about/index.md` "
            "says so too: change its words. It needs `publisher`.",
            default="`false`",
            example="true",
        ),
    ] = False
    publisher: Annotated[
        Publisher | None,
        _section(
            Publisher,
            says="Who publishes this copy. The privacy page and the accessibility statement show it. Fill in "
            "all its keys, or leave it out.",
            default="the pages say that the publisher has not filled it in",
        ),
    ] = None
    accessibility: Annotated[
        AccessibilityTest | None,
        _section(
            AccessibilityTest,
            says="How your copy was tested. Fill it in after a test, and not before. Fill in its keys, or "
            "leave it out.",
            default="the accessibility statement says that this copy is not yet tested",
        ),
    ] = None
    review: Annotated[
        Review | None,
        _section(
            Review,
            says="When you last read every page and checked its facts. It stands in place of the dates of "
            "each page. Fill in both its keys, or leave it out.",
            default="each page shows its own dates",
        ),
    ] = None


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
    rules = rules_of(Settings)
    problems += unknown_keys(node, rules)
    texts = read_texts(node, rules, problems)
    publisher = _read_section(node, "publisher", Publisher, problems)
    test = _test(node, problems)
    return Settings(
        texts["id"],
        texts["edition"],
        official=_official(node, problems),
        publisher=Publisher(**publisher) if publisher else None,
        accessibility=AccessibilityTest(**test) if test else None,
        review=_review(node, problems),
    )


def _official(node: Node, problems: list[Problem]) -> bool:
    """Return whether the site is an NHS organisation's own. It has to say which organisation's."""
    if "official" not in node.mapping:
        return False
    official = node.get("official")
    if "publisher" not in node.mapping:
        what = "the NHS organisation whose official site this is"
        example = "publisher: {name: Example NHS Foundation Trust, ...}"
        problems.append(node.get("publisher").problem(what, example))
    if not isinstance(official.value, bool):
        rule = rules_of(Settings)["official"]
        problems.append(official.problem(rule.what, rule.example))
    return official.value is True


def _test(node: Node, problems: list[Problem]) -> dict[str, str]:
    """Return what is said of the test. A site that does not meet the standard says in what it does not."""
    test = _read_section(node, "accessibility", AccessibilityTest, problems)
    if test and test["status"] in STATUSES[1:] and "problems" not in node.get("accessibility").mapping:
        what = f"what does not meet the standard, as the site is {test['status']}"
        example = rules_of(AccessibilityTest)["problems"].example
        problems.append(node.get("accessibility").get("problems").problem(what, example))
    return test


def _review(node: Node, problems: list[Problem]) -> Review | None:
    dates = _read_section(node, "review", Review, problems)
    check_order(node.get("review"), dates, problems)
    return Review(**dates) if dates else None


def _read_section(parent: Node, name: str, of: type, problems: list[Problem]) -> dict[str, str]:
    """Return the texts of a section that is filled in whole or not at all."""
    if name not in parent.mapping:
        return {}
    node, rules = parent.get(name), rules_of(of)
    if not isinstance(node.value, dict):
        first = next(iter(rules))
        what = f"the keys {', '.join(rules)}, or no key {name} until they are known"
        problems.append(node.problem(what, f"{first}: {rules[first].example}"))
        return {}
    problems += unknown_keys(node, rules)
    return read_texts(node, rules, problems)

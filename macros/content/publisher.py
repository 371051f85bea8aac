"""Who publishes a copy of the guide, how they tested it, and when they reviewed it."""

from dataclasses import dataclass
from typing import Annotated

from macros.content.rules import NEXT_REVIEW, REVIEWED, Text, day, line, matching

STATUSES = ("fully compliant", "partially compliant", "not compliant")


def _address(example: str, *, says: str) -> Text:
    pattern, what = r"https://\S+|[^\s@]+@[^\s@]+\.[^\s@]+", "an email address or a page's address"
    return matching(pattern, what, example, says=says).up_to(200)


@dataclass(frozen=True)
class Publisher:
    """Who publishes this copy of the guide."""

    name: Annotated[str, line(100, "Example NHS Foundation Trust", says="The organisation.")]
    contact: Annotated[
        str,
        _address(
            "digital@example.org",
            says="Where readers can reach you, for example about a page that they cannot use.",
        ),
    ]
    host: Annotated[str, line(100, "GitHub Pages", says="The company or team that delivers the pages.")]
    logs: Annotated[
        str,
        line(
            300,
            "It logs the IP address of each visitor for security, for 30 days.",
            says="What your host logs about visitors, why and for how long, as a sentence. Ask your host.",
        ),
    ]
    complaints: Annotated[
        str,
        _address(
            "https://www.example.org/complaints/",
            says="Where to complain about the use of personal data.",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class AccessibilityTest:
    """How this copy of the site was tested against WCAG 2.2 AA."""

    status: Annotated[
        str,
        matching(
            "|".join(STATUSES),
            " or ".join(STATUSES),
            STATUSES[1],
            says="How far your copy meets the Web Content Accessibility Guidelines (WCAG) version 2.2 at "
            "level AA.",
        ),
    ]
    problems: Annotated[
        str,
        line(
            600,
            "Our own page of dates cannot be read at 400% zoom.",
            says="What does not meet the guidelines yet, as sentences. You can also list problems on the "
            "accessibility page itself.",
            default="nothing is named. A site that is not fully compliant needs it",
        ),
    ] = ""
    tested: Annotated[str, day(REVIEWED, says="The day of the test.")]
    tested_by: Annotated[
        str,
        line(100, "our digital team", says='Who tested. It follows the words "The test was carried out by".'),
    ]
    tested_how: Annotated[
        str,
        line(
            300,
            "We tested every page with a keyboard, a screen reader and at 400% zoom.",
            says="What you tested and how, as a sentence.",
        ),
    ]


@dataclass(frozen=True)
class Review:
    """When the publisher last read every page and checked its facts, in place of each page's own dates."""

    reviewed: Annotated[str, day(REVIEWED, says="The day of your review.")]
    next_review: Annotated[
        str, day(NEXT_REVIEW, says="The day by which you will do so again. It comes after `reviewed`.")
    ]

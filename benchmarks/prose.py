"""Made-up pages, of the shape and length of ours. The same number always gives the same page."""

import random
import re
from collections.abc import Sequence

SUBJECTS = (
    "the board", "a board member", "the team that runs the service", "staff on the ward",
    "patients and carers", "the chief executive", "a supplier", "the finance committee",
    "our clinical lead", "the research team",
)  # fmt: skip
VERBS = (
    "asks to see", "has agreed", "can explain", "puts right", "watches somebody use", "has written down",
    "chooses between", "reports on", "no longer pays for", "has tried out",
)  # fmt: skip
OBJECTS = (
    "the booking service", "what users found hard", "an early version", "the list of old systems",
    "the cost of each month of delay", "the outcome it expected", "a [prototype](../glossary.md#prototype)",
    "the results of [user research](../glossary.md#user-research)", "the records that 2 teams share",
)  # fmt: skip
ENDINGS = (
    "on an ordinary day", "before the next meeting", "in the last 3 months", "without waiting for a paper",
    "and says what it learnt", "from the first weeks of the work", "even where that is uncomfortable",
)  # fmt: skip


class Prose:
    """Writes the words of one page."""

    def __init__(self, number: int) -> None:
        """Begin the page of a question."""
        self._random = random.Random(number)

    def phrase(self) -> str:
        """Return about 12 words without a full stop."""
        return " ".join(self._random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDINGS))

    def plain_phrase(self) -> str:
        """Return about 12 words without a link, for page data."""
        return re.sub(r"\[(.*?)\]\(.*?\)", r"\1", _capital(self.phrase()))

    def paragraph(self, sentences: int = 4) -> str:
        """Return a paragraph."""
        return " ".join(f"{_capital(self.phrase())}." for _ in range(sentences))

    def items(self, count: int) -> str:
        """Return a list."""
        return "\n".join(f"- {self.phrase()}" for _ in range(count))

    def body(self) -> str:
        """Return a question page without its front matter."""
        papers = (f"- [Paper {n}](https://example.org/{n}). {self.paragraph(3)}" for n in range(3))
        sources = (f"- [{self.plain_phrase()}](https://example.org/source-{n}), 2026" for n in range(4))
        blocks = [
            self.paragraph(2),
            "## Why it matters",
            *(self.paragraph() for _ in range(5)),
            *_block("strong-boards", "What strong boards do", "Members of strong boards:", self.items(8)),
            *_block("warning-signs", "Warning signs", "Ask more questions if:", self.items(3)),
            "{{ checklist() }}",
            "## What has changed since 2020",
            self.paragraph(2),
            "\n".join(papers),
            "## Sources",
            "\n".join(sources),
        ]
        return "\n\n".join(blocks) + "\n"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _block(name: str, heading: str, lead: str, items: str) -> Sequence[str]:
    return (f"/// html | div.{name}", f"## {heading}", lead, items, "///")

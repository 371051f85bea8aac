"""The keys at the top of a page: what a question and its statements are, and when they are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from macros.content.located import Node
from macros.content.problem import Problem, expected
from macros.content.redirects import MOVED_FROM
from macros.content.rules import (
    NEXT_REVIEW,
    REVIEWED,
    Keys,
    check_order,
    day,
    line,
    permanent_id,
    read_texts,
    rules_of,
    unknown_keys,
)
from macros.content.source import Page

MOST_STATEMENTS = 50


@dataclass(frozen=True)
class Statement:
    """Something that a board can say is true of it."""

    id: Annotated[
        str,
        permanent_id(
            "users-saw-a-prototype",
            says="Names the statement in what browsers keep. It is permanent, and no other statement in the "
            "guide may have it. You may change the text of a statement. If you change its meaning, give it a "
            "new `id`.",
        ),
    ]
    text: Annotated[
        str,
        line(
            300,
            "Each of us has seen a prototype of a digital service in the last 3 months",
            says="The statement, as something that can be true of your board. Put it in quotes if it "
            "contains a colon followed by a space.",
        ),
    ]
    alone: Annotated[
        str | None,
        line(
            300,
            "I have seen a prototype of a digital service in the last 3 months",
            says="The statement in the words of a single member, for a statement about what each member has "
            "done or knows. A person's own review shows it in place of `text`. The board's reviews show "
            "`text`, and so do the page without JavaScript and the search.",
            default="a person's own review shows `text`",
        ),
    ] = None
    ask_for: Annotated[
        str | None,
        line(
            200,
            "dates and service names",
            says='The evidence to ask for. It appears below the statement after the words "Ask for:".',
            default="no evidence is asked for",
        ),
    ] = None


@dataclass(frozen=True)
class Question:
    """A question that a board can ask itself, with its own page.

    Attributes:
        title: its short form, for the navigation.
        description: its page in a sentence.
        path: its page in the folder of pages, such as ``questions/users.md``.
        number: its place in ``nav`` among the questions, from 1.
    """

    id: Annotated[
        str,
        permanent_id(
            "users",
            says="Names the question in what browsers keep. It is permanent, and no other question may have "
            "it.",
        ),
    ]
    ask: Annotated[
        str,
        line(
            65,
            "Do we know what it is like to use our digital services?",
            says="The question itself. It is the heading of the page.",
        ),
    ]
    statements: Annotated[
        tuple[Statement, ...],
        Keys(
            what=f"a list of 1 to {MOST_STATEMENTS} statements",
            says="What your board can tick, in the order of the checklist.",
            of=Statement,
            most=MOST_STATEMENTS,
        ),
    ]
    title: str
    description: str
    path: str
    number: int


TITLES = {
    "title": line(
        65,
        "See what your users see",
        says="The name of the page in lists of pages. Question pages need it.",
        default="the first heading of the page",
    ),
    "description": line(
        160,
        "What boards learn by using their own digital services.",
        says="What the page is about, in a sentence, for search engines. Question pages need it.",
        default="`site_description`",
    ),
}
DATES = {
    "reviewed": day(
        REVIEWED,
        says="The day when somebody last read the whole page and checked its facts. The foot of the page "
        "shows it.",
        default="the page shows no dates",
        required=False,
    ),
    "next_review": day(
        NEXT_REVIEW,
        says="The day by which that will happen again. It comes after `reviewed`.",
        default="the page shows no such date",
        required=False,
    ),
}
QUESTION = Keys(
    what="the keys that follow",
    says="The question of a question page. Pages in the folder `docs/questions` need it.",
    default="the page has no question",
    of=Question,
)
PAGE = {**TITLES, **DATES, "moved_from": MOVED_FROM, "question": QUESTION}


def check_page_keys(meta: Node, problems: list[Problem]) -> None:
    """Check the keys that any page may have; other keys are for the theme."""
    # A key that is nearly ours is a slip that nothing else notices.
    problems += unknown_keys(meta, PAGE, cutoff=0.8)
    check_order(meta, read_texts(meta, DATES, problems), problems)


class Questions:
    """Reads the questions of the guide's pages, and remembers whose ids it met."""

    def __init__(self, order: Sequence[str], problems: list[Problem]) -> None:
        """Take the paths of the question pages in the order of ``nav``, and where to put what is wrong."""
        self.order = order
        self.problems = problems
        self.used: dict[tuple[str, str], Node] = {}

    def read(self, page: Page) -> Question | None:
        """Return the question of a question page; ``problems`` gets what is wrong with it."""
        if not page.meta:
            first_line = expected("--- as the first line", "a page without front matter", "---")
            self.problems.append(Problem(page.file, 1, "front matter", first_line))
            return None
        titles = read_texts(page.meta, TITLES, self.problems)
        node = page.meta.get("question")
        if not isinstance(node.value, dict):
            example = "question: {id: users, ask: Who uses our services?, statements: [...]}"
            self.problems.append(node.problem("the keys id, ask and statements", example))
            return None
        rules = rules_of(Question)
        self.problems += unknown_keys(node, rules)
        texts = read_texts(node, rules, self.problems)
        self._used_once(node, "question")
        statements = self._statements(node.get("statements"))
        number = self.order.index(page.path) + 1 if page.path in self.order else 0
        return Question(**texts, **titles, statements=statements, path=page.path, number=number)

    def _statements(self, node: Node) -> tuple[Statement, ...]:
        items = node.value if isinstance(node.value, list) else []
        if not 1 <= len(items) <= MOST_STATEMENTS:
            got = f"{len(items)} statements" if items else ""
            example = "- {id: users-saw-a-prototype, text: We have each seen a prototype}"
            self.problems.append(node.problem(rules_of(Question)["statements"].what, example, got))
        return tuple(self._statement(item) for item in items)

    def _statement(self, node: Node) -> Statement:
        if not isinstance(node.value, dict):
            self.problems.append(node.problem("the keys id and text", "id: users-saw-a-prototype"))
            return Statement("", "")
        rules = rules_of(Statement)
        self.problems += unknown_keys(node, rules)
        texts = read_texts(node, rules, self.problems)
        self._used_once(node, "statement")
        return Statement(texts["id"], texts["text"], texts["alone"] or None, texts["ask_for"] or None)

    def _used_once(self, node: Node, kind: str) -> None:
        """Check that no other question, or no other statement, of the guide has this id."""
        name = node.get("id")
        if not isinstance(name.value, str) or not name.value:
            return
        first = self.used.setdefault((kind, name.value), name)
        if first is not name:
            got = f"{name.got}, which is also at {first.file}:{first.line}"
            self.problems.append(name.problem("an id that no other " + kind + " has", f"{name.value}-2", got))

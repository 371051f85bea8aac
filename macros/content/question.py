"""What a question and its statements are, and when they are wrong."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Annotated

from macros.content.located import Node
from macros.content.problem import Problem, expected
from macros.content.rules import (
    Keys,
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


class Questions:
    """Reads the questions of the guide's pages, and remembers whose ids it met."""

    def __init__(self, order: Sequence[str], recorded: Set[str], problems: list[Problem]) -> None:
        """Take what is known of the question pages, and where to put what is wrong.

        Args:
            order: their paths in the order of ``nav``.
            recorded: the paths that recorded editions have.
            problems: where to put what is wrong.
        """
        self.order = order
        self.recorded = recorded
        self.problems = problems
        self.used: dict[tuple[str, str], tuple[Node, bool]] = {}

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
        is_recorded = page.path in self.recorded
        self._used_once(node, "question", is_recorded)
        statements = self._statements(node.get("statements"), is_recorded)
        number = self.order.index(page.path) + 1 if page.path in self.order else 0
        return Question(**texts, **titles, statements=statements, path=page.path, number=number)

    def _statements(self, node: Node, is_recorded: bool) -> tuple[Statement, ...]:
        items = node.value if isinstance(node.value, list) else []
        if not 1 <= len(items) <= MOST_STATEMENTS:
            got = f"{len(items)} statements" if items else ""
            example = "- {id: users-saw-a-prototype, text: We have each seen a prototype}"
            self.problems.append(node.problem(rules_of(Question)["statements"].what, example, got))
        return tuple(self._statement(item, is_recorded) for item in items)

    def _statement(self, node: Node, is_recorded: bool) -> Statement:
        if not isinstance(node.value, dict):
            self.problems.append(node.problem("the keys id and text", "id: users-saw-a-prototype"))
            return Statement("", "")
        rules = rules_of(Statement)
        self.problems += unknown_keys(node, rules)
        texts = read_texts(node, rules, self.problems)
        self._used_once(node, "statement", is_recorded)
        return Statement(texts["id"], texts["text"], texts["alone"] or None, texts["ask_for"] or None)

    def _used_once(self, node: Node, kind: str, is_recorded: bool) -> None:
        """Check that no other question, or no other statement, of the guide has this id.

        The page that no recorded edition has is the copy: the other one keeps the id, and its answers.
        """
        name = node.get("id")
        if not isinstance(name.value, str) or not name.value:
            return
        first, is_first_recorded = self.used.setdefault((kind, name.value), (name, is_recorded))
        if first is name:
            return
        kept, copied = (name, first) if is_recorded and not is_first_recorded else (first, name)
        self.used[kind, name.value] = (kept, is_recorded or is_first_recorded)
        got = f"{name.got}, which is also at {kept.file}:{kept.line}"
        self.problems.append(copied.problem("an id that no other " + kind + " has", f"{name.value}-2", got))

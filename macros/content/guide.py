"""What a guide, a question, a statement and the settings are, and when they are wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.content.configuration import check_directory_urls
from macros.content.located import Node
from macros.content.navigation import read_order
from macros.content.problem import GuideError, Problem, expected
from macros.content.prose import check_calls, check_links
from macros.content.redirects import read_moved
from macros.content.rules import PAGE, QUESTION, REVIEW, STATEMENT, check_order, read_fields, unknown_keys
from macros.content.settings import Settings, read_settings
from macros.content.source import Page, Source, is_question_page

MOST_STATEMENTS = 50
MINUTES_PER_STATEMENT = 0.4


@dataclass(frozen=True)
class Statement:
    """Something that a board can say is true of it.

    Attributes:
        id: permanent and unique in the guide.
        text: the statement itself.
        ask_for: what to ask for as evidence.
    """

    id: str
    text: str
    ask_for: str | None


@dataclass(frozen=True)
class Question:
    """A question that a board can ask itself, with its own page.

    Attributes:
        id: permanent and unique in the guide.
        ask: the question itself.
        title: its short form, for the navigation.
        description: its page in a sentence.
        path: its page in the folder of pages, such as ``questions/users.md``.
        statements: 1 to 50 statements.
        number: its place in ``nav`` among the questions, from 1.
    """

    id: str
    ask: str
    title: str
    description: str
    path: str
    statements: tuple[Statement, ...]
    number: int


@dataclass(frozen=True)
class Guide:
    """The whole guide.

    Attributes:
        settings: what ``mkdocs.yml`` says of it.
        questions: in the order of ``nav``.
        moved: for each address that a page had, such as ``questions/old/``, the page's path.
        left_out: the paths of the pages that ``exclude_docs`` leaves out.
    """

    settings: Settings
    questions: tuple[Question, ...]
    moved: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def minutes_alone(self) -> int:
        """How long one person needs for every statement, to the nearest 5 minutes and at least 5.

        Our estimate, not measured: 24 seconds for a statement.
        """
        statements = sum(len(question.statements) for question in self.questions)
        return max(5, 5 * round(statements * MINUTES_PER_STATEMENT / 5))


def build_guide(source: Source) -> Guide:
    """Return the guide that the files describe.

    Raises:
        GuideError: with every problem of every page and setting, those met while reading included.
    """
    return _Builder(source).guide()


class _Builder:
    """Reads everything before it gives up, so that one run names every problem."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems = list(source.problems)
        self.used: dict[tuple[str, str], Node] = {}

    def guide(self) -> Guide:
        config = self.source.config
        if config:
            self.problems += check_directory_urls(config)
        order = read_order(self.source, self.problems)
        questions = [self._page(page, order) for page in self.source.pages]
        moved = read_moved(self.source.pages, self.problems)
        settings = read_settings(config, self.source, self.problems) if config else Settings("", "")
        if self.problems:
            raise GuideError(self.problems)
        found = (question for question in questions if question)
        in_order = tuple(sorted(found, key=lambda question: question.number))
        return Guide(settings, in_order, moved, self.source.left_out)

    def _page(self, page: Page, order: Sequence[str]) -> Question | None:
        """Check any page, and return its question if it has one."""
        if not page.readable:
            return None
        self.problems += [*check_calls(page), *check_links(page, self.source)]
        if page.meta:
            # Other keys are for the theme; but one that is nearly ours is a slip that nothing else notices.
            self.problems += unknown_keys(page.meta, [*PAGE, *REVIEW, "question", "moved_from"], cutoff=0.8)
            check_order(page.meta, read_fields(page.meta, REVIEW, self.problems), self.problems)
        if not is_question_page(page):
            return None
        if page.meta:
            return self._question(page, page.meta, order)
        first_line = expected("--- as the first line", "a page without front matter", "---")
        self.problems.append(Problem(page.file, 1, "front matter", first_line))
        return None

    def _question(self, page: Page, meta: Node, order: Sequence[str]) -> Question | None:
        head = read_fields(meta, PAGE, self.problems)
        node = meta.get("question")
        if not isinstance(node.value, dict):
            example = "question: {id: users, ask: Who uses our services?, statements: [...]}"
            self.problems.append(node.problem("the keys id, ask and statements", example))
            return None
        self.problems += unknown_keys(node, [*QUESTION, "statements"])
        texts = read_fields(node, QUESTION, self.problems)
        self._used_once(node, "question")
        statements = self._statements(node.get("statements"))
        number = order.index(page.path) + 1 if page.path in order else 0
        return Question(**texts, **head, path=page.path, statements=statements, number=number)

    def _statements(self, node: Node) -> tuple[Statement, ...]:
        items = node.value if isinstance(node.value, list) else []
        if not 1 <= len(items) <= MOST_STATEMENTS:
            got = f"{len(items)} statements" if items else ""
            example = "- {id: users-saw-a-prototype, text: We have each seen a prototype}"
            self.problems.append(node.problem(f"a list of 1 to {MOST_STATEMENTS} statements", example, got))
        return tuple(self._statement(item) for item in items)

    def _statement(self, node: Node) -> Statement:
        if not isinstance(node.value, dict):
            self.problems.append(node.problem("the keys id and text", "id: users-saw-a-prototype"))
            return Statement("", "", None)
        self.problems += unknown_keys(node, STATEMENT)
        texts = read_fields(node, STATEMENT, self.problems)
        self._used_once(node, "statement")
        return Statement(texts["id"], texts["text"], texts["ask_for"] or None)

    def _used_once(self, node: Node, kind: str) -> None:
        """Check that no other question, or no other statement, of the guide has this id."""
        name = node.get("id")
        if not isinstance(name.value, str) or not name.value:
            return
        first = self.used.setdefault((kind, name.value), name)
        if first is not name:
            got = f"{name.got}, which is also at {first.file}:{first.line}"
            self.problems.append(name.problem("an id that no other " + kind + " has", f"{name.value}-2", got))

"""What a guide is: its settings and its questions, or every problem of its files at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.content.configuration import check_directory_urls, check_language, check_own_id
from macros.content.forms import check_forms
from macros.content.navigation import read_order
from macros.content.needed import check_needed
from macros.content.page_keys import check_page_keys
from macros.content.problem import GuideError, Problem
from macros.content.prose import check_calls, check_links
from macros.content.question import Question, Questions
from macros.content.redirects import read_moved
from macros.content.settings import Settings, read_settings
from macros.content.source import Source, is_question_page
from macros.content.templates import check_templates
from macros.content.theme import Look, read_look

MINUTES_PER_STATEMENT = 0.4


@dataclass(frozen=True)
class Guide:
    """The whole guide.

    Attributes:
        settings: what ``mkdocs.yml`` says of it.
        questions: in the order of ``nav``.
        moved: for each address that a page had, such as ``questions/old/``, the page's path.
        left_out: the paths of the pages that ``exclude_docs`` leaves out.
        look: its colour and its logo.
        language: of the pages, such as ``en-GB``.
    """

    settings: Settings
    questions: tuple[Question, ...]
    moved: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    look: Look = field(default_factory=Look)
    language: str = "en"

    @property
    def minutes_alone(self) -> int:
        """How long one person needs for every statement, to the nearest 5 minutes and at least 5.

        Our estimate, not measured: 24 seconds for a statement.
        """
        statements = sum(len(question.statements) for question in self.questions)
        return max(5, 5 * round(statements * MINUTES_PER_STATEMENT / 5))


def build_guide(source: Source, others: Sequence[Problem] = ()) -> Guide:
    """Return the guide that the files describe.

    Args:
        source: the files.
        others: problems of other files, to be told with these.

    Raises:
        GuideError: with every problem of every page and setting, those met while reading included.
    """
    problems = [*source.problems, *others]
    settings = _settings(source, problems)
    look = read_look(source.config, source, problems) if source.config else Look()
    questions = _questions(source, problems)
    problems += check_templates(source.templates)
    moved = read_moved(source.pages, problems)
    if problems:
        raise GuideError(problems)
    in_order = tuple(sorted(questions, key=lambda question: question.number))
    return Guide(settings, in_order, moved, source.left_out, look, _language(source))


def _settings(source: Source, problems: list[Problem]) -> Settings:
    config = source.config
    if config is None:
        return Settings("", "")
    problems += [*check_needed(config, source), *check_directory_urls(config), *check_language(config)]
    check_own_id(config, problems)
    return read_settings(config, problems)


def _language(source: Source) -> str:
    return (source.config and source.config.get("theme").get("language").raw) or "en"


def _questions(source: Source, problems: list[Problem]) -> list[Question]:
    """Check every page, and return the questions."""
    questions = Questions(read_order(source, problems), source.recorded, problems)
    found: list[Question | None] = []
    for page in source.pages:
        if page.readable:
            problems += [*check_calls(page), *check_links(page, source), *check_forms(page)]
            if page.meta:
                check_page_keys(page.meta, problems)
            found.append(questions.read(page) if is_question_page(page) else None)
    return [question for question in found if question]

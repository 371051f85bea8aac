"""The keys at the top of a page: what any page may say of itself, and when it is wrong."""

from collections.abc import Iterator

from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.question import TITLES, Question
from macros.content.redirects import MOVED_FROM
from macros.content.refused import check_refused_keys
from macros.content.rules import NEXT_REVIEW, REVIEWED, Keys, Rule, check_order, day, read_texts, unknown_keys

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
HIDDEN = ("navigation", "toc", "footer")
HIDE = Rule(
    what=f"a list of {', '.join(HIDDEN[:-1])} or {HIDDEN[-1]}",
    says="What the page leaves out: `navigation` is the list of questions beside a question, and `footer` is "
    "the links to the previous and the next page. There is no table of contents, so `toc` changes nothing.",
    default="nothing is left out",
    example="[navigation]",
    required=False,
)
SEARCH = Rule(
    what="the key exclude with true or false",
    says="Whether the search leaves the page out.",
    default="the search finds the page",
    example="{exclude: true}",
    required=False,
)
PAGE = {**TITLES, **DATES, "moved_from": MOVED_FROM, "hide": HIDE, "search": SEARCH, "question": QUESTION}


def check_page_keys(meta: Node, problems: list[Problem]) -> None:
    """Check the keys that any page may have; other keys are for the theme."""
    # A key that is nearly ours is a slip that nothing else notices.
    problems += unknown_keys(meta, PAGE, cutoff=0.8)
    problems += [*check_refused_keys(meta), *_check_shown(meta)]
    check_order(meta, read_texts(meta, DATES, problems), problems)


def _check_shown(meta: Node) -> Iterator[Problem]:
    """Yield what is wrong with the keys that say where a page, or a part of it, is not shown."""
    hide = meta.get("hide")
    items = hide.value if isinstance(hide.value, list) else [hide]
    for item in items:
        is_wrong = item.value not in HIDDEN or item is hide
        if is_wrong and item.value is not None:
            yield item.problem(HIDE.what, HIDE.example)
    search = meta.get("search")
    exclude = search.get("exclude")
    if search.value is not None and not isinstance(exclude.value, bool | None):
        yield exclude.problem(SEARCH.what, SEARCH.example)

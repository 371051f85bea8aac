"""What a person does and sees in the room view, found by role and name."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from tests.support import copies, words_room
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person

ROOM = "away-day/room/"
PROJECTORS = {
    f"{width}x{height}": (width, height)
    for width, height in ((1280, 720), (1024, 768), (1280, 800), (1366, 768), (1920, 1080))
}
LONG = 140  # characters of a statement that takes 3 lines
TALL = {
    "viewport": {"width": 1280, "height": 4000}
}  # holds any question whole: there is nothing to scroll to


def is_short(question: Question) -> bool:
    """Whether a question is to fit on a slide."""
    return len(question.statements) <= 5 and all(len(one.text) <= LONG for one in question.statements)


def enter(person: Person) -> Person:
    """Open the room view, and go on from its opening to the first question."""
    person.open_ready(ROOM)
    move(person, "Next").click()
    return person


def heading(person: Person) -> Locator:
    """The question on the screen."""
    return person.page.get_by_role("heading", level=2)


def expect_question(person: Person, question: Question) -> None:
    expect(heading(person)).to_have_text(re.compile(re.escape(question.ask)))


def move(person: Person, way: str) -> Locator:
    """The button above the question with that name at its start."""
    return bar(person).get_by_role("button", name=re.compile(f"^{way}"))


def bar(person: Person) -> Locator:
    """The lines above the question."""
    return person.page.locator("[data-bar]")


def jump(person: Person, question: Question) -> None:
    person.button(words_room.QUESTIONS).click()
    person.button(question.ask).click()


def open_list(person: Person) -> Locator:
    """Open the list, and return its lines."""
    person.button(words_room.QUESTIONS).click()
    return person.page.get_by_role("dialog").get_by_role("listitem")


def pick(person: Person, question: Question) -> Locator:
    """The box in the list that makes it one of those to discuss."""
    name = f"{words_room.DISCUSS} question {question.number}: {question.ask}"
    return person.page.get_by_role("dialog").get_by_role("checkbox", name=name, exact=True)


def put_counts(person: Person, guide: Guide, *disputed: Question) -> None:
    """Store a board's review with the answers of 12 members.

    They disagree about the questions given, and most about the first.
    """
    against = {question.id: 6 - place for place, question in enumerate(disputed)}
    counts = [
        record("combined", statement.id, "counts", counts_with(against.get(question.id, 0)))
        for question in guide.questions
        for statement in question.statements
    ]
    copies.put(person, copies.review("r1", *counts, whose="board"))


def longest_findings(guide: Guide) -> list[dict[str, Any]]:
    """Return the answers of 12 members whose findings are the 3 longest statements in each list."""
    longest = sorted(guide.statements, key=lambda one: len(one.text))[-3:]
    found = {"ticked": 0, "notTicked": 5, "unknown": 7}
    return [
        record("combined", one.id, "counts", found if one in longest else counts_with(0))
        for one in guide.statements
    ]


def counts_with(not_ticked: int) -> dict[str, int]:
    return {"ticked": 12 - not_ticked, "notTicked": not_ticked, "unknown": 0}

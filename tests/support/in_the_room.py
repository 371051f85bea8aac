"""What a person does and sees in the room view, found by role and name."""

import re

from playwright.sync_api import Locator, expect

from tests.support import copies, words_room
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person

ROOM = "away-day/room/"
PROJECTORS = {"1024x768": (1024, 768), "1280x720": (1280, 720), "1920x1080": (1920, 1080)}
TALL = {
    "viewport": {"width": 1280, "height": 4000}
}  # holds any question whole: there is nothing to scroll to


def enter(person: Person) -> Person:
    """Open the room view."""
    return person.open_ready(ROOM)


def heading(person: Person) -> Locator:
    """The question on the screen."""
    return person.page.get_by_role("heading", level=2)


def expect_question(person: Person, question: Question) -> None:
    expect(heading(person)).to_have_text(re.compile(re.escape(question.ask)))


def move(person: Person, way: str) -> Locator:
    """The button with that name at its start."""
    return person.page.get_by_role("button", name=re.compile(f"^{way}"))


def jump(person: Person, question: Question) -> None:
    person.button(words_room.QUESTIONS).click()
    person.button(question.ask).click()


def open_list(person: Person) -> Locator:
    """Open the list, and return its lines."""
    person.button(words_room.QUESTIONS).click()
    return person.page.get_by_role("dialog").get_by_role("listitem")


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


def counts_with(not_ticked: int) -> dict[str, int]:
    return {"ticked": 12 - not_ticked, "notTicked": not_ticked, "unknown": 0}

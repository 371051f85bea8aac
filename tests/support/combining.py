"""Members made up for the tests, their codes, and how a facilitator brings their answers together."""

import random
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, expect

from tests.support import database, words_combine
from tests.support.guide import Guide, Question, Statement
from tests.support.person import Person

PAGE = "away-day/combine/"
Counts = dict[str, int]
WORDS = {"ticked": "ticked", "unknown": "do not know", "notTicked": "not ticked"}  # beside each number
ENCODE = """async ([home, questions, members]) => {
    const { encode, group } = await import(`${home}assets/js/codes/code.js`);
    const { fingerprint } = document.querySelector("[data-fingerprint]").dataset;
    const edition = { fingerprint, questions };
    return members.map(({ answers, answered }) =>
        group(encode(edition, { answers: new Map(Object.entries(answers)), answered: new Set(answered) })));
}"""

# The page folds it with the next frame after an addition.
UNFOLD = """async (details) => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    details.open = true;
}"""


@dataclass
class Member:
    """What one person answered.

    Attributes:
        answers: True or "unknown", by statement.
        answered: the questions that the person marked as answered.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)

    def about(self, question: Question, *answers: Any) -> "Member":
        """Answer one more question: the first statements so, the others not ticked."""
        given = zip(question.statements, answers, strict=False)
        self.answers |= {statement.id: answer for statement, answer in given if answer}
        self.answered.append(question.id)
        return self


def members(guide: Guide, count: int, seed: int = 20261123) -> list[Member]:
    """Make up members, no 2 alike, who answered most questions."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        answers = {s.id: rng.choice([True, True, "unknown"]) for s in guide.statements if rng.random() < 0.6}
        answered = [q.id for q in guide.questions if rng.random() < 0.8] or [guide.questions[0].id]
        made.append(Member(answers, answered))
    return made


def counts_of(guide: Guide, people: list[Member]) -> dict[str, Counts]:
    """Count by hand what the page is to show, statements without an answer left out."""
    found: dict[str, Counts] = {}
    for question in guide.questions:
        for statement in question.statements:
            given = [one.answers.get(statement.id) for one in people if question.id in one.answered]
            counts = {
                "ticked": given.count(True),
                "notTicked": given.count(None),
                "unknown": given.count("unknown"),
            }
            if given:
                found[statement.id] = counts
    return found


def stored(person: Person, kind_field: str = "counts") -> dict[str, Any]:
    """Return a field of what is brought together, by statement, as the browser holds it."""
    records = [r for r in database.read(person.page) if (r["kind"], r["field"]) == ("combined", kind_field)]
    return {r["id"]: r["value"] for r in records if r["value"] is not None}


def open_board(person: Person) -> Person:
    """Show the page that brings answers together."""
    return person.open_ready(PAGE)


def codes_of(person: Person, guide: Guide, people: list[Member]) -> list[str]:
    """Return members' codes, on the page that reads them."""
    questions = [{"id": q.id, "statements": [{"id": s.id} for s in q.statements]} for q in guide.questions]
    given = [{"answers": one.answers, "answered": one.answered} for one in people]
    codes: list[str] = person.page.evaluate(ENCODE, [person.home, questions, given])
    return codes


def adding(person: Person) -> Locator:
    """What folds away once there are answers."""
    return person.page.locator("[data-adding]")


def box(person: Person) -> Locator:
    """Unfold the box for codes where it is folded away, and return it."""
    adding(person).evaluate(UNFOLD)
    return person.page.get_by_label(words_combine.CODES, exact=True)


def preview(person: Person) -> Locator:
    return person.page.locator("[data-preview]").filter(has=person.page.get_by_role("heading"))


def look_for(person: Person, text: str) -> Locator:
    """Paste a text, and return what the page says of it."""
    box(person).fill(text)
    person.button(words_combine.LOOK).click()
    expect(preview(person)).to_be_visible()
    return preview(person)


def confirm(person: Person, count: int) -> None:
    person.button(words_combine.ADD).click()
    person.expect_announced("added", count=count)
    person.expect_saved()


def add(person: Person, guide: Guide, people: list[Member]) -> list[str]:
    """Bring members' answers together, each once, and return their codes."""
    codes = codes_of(person, guide, people)
    look_for(person, "\n".join(codes))
    for alike in person.page.get_by_role("radio", name=words_combine.OTHER, exact=True).all():
        alike.check()
    confirm(person, len(people))
    return codes


def expect_people(person: Person, name: str = "people", **values: int) -> None:
    expect(person.page.get_by_role("article").locator("[data-people]")).to_have_text(
        person.said(name, **values)
    )


def expect_counted(person: Person, guide: Guide, people: list[Member]) -> None:
    """Expect just these people's answers, on the page and in the browser."""
    expect_people(person, count=len(people), hands=0)
    expected = counts_of(guide, people)
    database.wait_until(person.page, lambda _: stored(person) == expected)


def question_part(person: Person, question: Question) -> Locator:
    """The part of a question among the members' answers."""
    return person.page.get_by_role("region", name=f"{question.number}. {question.ask}", exact=True)


def shown(person: Person, question: Question, statement: Statement) -> Counts:
    """Open a question, and return the counts that stand beside a statement."""
    part = question_part(person, question)
    if not part.get_by_role("table").is_visible():
        part.get_by_role("heading").click()
    cells = part.get_by_role("row", name=statement.text).get_by_role("cell")
    expect(cells).to_have_text([re.compile(rf"^\d+ {said}$") for said in WORDS.values()])
    numbers = [int(text.split()[0]) for text in cells.all_text_contents()]
    return dict(zip(WORDS, numbers, strict=True))

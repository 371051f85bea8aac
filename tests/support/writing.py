"""What a person writes on a question page, found by the labels of the fields."""

from playwright.sync_api import Locator

from tests.support import database, words, words_review
from tests.support.guide import Question, Statement
from tests.support.person import Person


def evidence(person: Person, statement: Statement) -> Locator:
    """The note of a statement, whether or not its details are open."""
    return person.page.locator(f"[id='{statement.id}--evidence']")


def details(person: Person, statement: Statement) -> Locator:
    return person.page.locator("details").filter(has=evidence(person, statement))


def open_evidence(person: Person, statement: Statement) -> Locator:
    """Open the note of a statement as a person would, and return its field."""
    details(person, statement).locator("summary").click()
    return evidence(person, statement)


def field(person: Person, name: str) -> Locator:
    return person.page.get_by_role("textbox", name=name, exact=True)


def conclusion(person: Person, name: str = words_review.MY_CONCLUSION) -> Locator:
    return field(person, name)


def parked(person: Person) -> Locator:
    return person.page.get_by_role("checkbox", name=words_review.PARK, exact=True)


def for_the_board(person: Person) -> None:
    """Go to the board's answers, where the page can hold either: one who answers alone has no actions."""
    if person.radio(words.BOARD).is_visible():
        person.pick(words.BOARD)


def actions(person: Person) -> Locator:
    """Every action of the page, each a list item."""
    what = person.page.get_by_role("textbox", name=words_review.WHAT, exact=True)
    return person.page.get_by_role("listitem").filter(has=what)


def add_action(person: Person, what: str, owner: str = "", due: str = "") -> Locator:
    """Add an action for the board, fill it in, and return it."""
    for_the_board(person)
    number = actions(person).count()
    person.button(words_review.ADD_ACTION).click()
    added = actions(person).nth(number)
    added.get_by_label(words_review.WHAT, exact=True).fill(what)
    if owner:
        added.get_by_label(words_review.OWNER, exact=True).fill(owner)
    if due:
        added.get_by_label(words_review.DUE, exact=True).fill(due)
    person.expect_saved()
    return added


def answer_in_each_way(person: Person, question: Question) -> Person:
    """Give the board's review a tick, a do not know, a question discussed and an action, empty as yet."""
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    person.state(question, words.DISCUSSED).check()
    person.button(words_review.ADD_ACTION).click()
    person.expect_saved()
    return person


def answer_and_conclude(person: Person, question: Question, text: str) -> None:
    """Tick the first statement and write a conclusion of one's own, on the question's page."""
    person.open_ready(question.url)
    person.tick(question.statements[0])
    conclusion(person).fill(text)
    person.expect_saved()


def stored_texts(person: Person) -> set[str]:
    """Every text that the browser holds: in a field, or kept aside."""
    records = database.read(person.page)
    kept = [r["value"]["record"] for r in records if r["kind"] == "set-aside" and r["value"]]
    return {r["value"] for r in [*records, *kept] if isinstance(r["value"], str)}

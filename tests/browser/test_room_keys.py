"""Keys of the room view, as a keyboard and as a presentation remote control send them."""

import pytest
from playwright.sync_api import expect

from tests.support import words_review, words_room, writing
from tests.support.guide import Guide
from tests.support.in_the_room import TALL, enter, expect_question, heading, move
from tests.support.looking import sized
from tests.support.person import NewPerson, Person
from tests.support.tiers import one_of

ON = ["PageDown", "ArrowRight", "ArrowDown"]
BACK = ["PageUp", "ArrowLeft", "ArrowUp"]
PAIRS = list(zip(ON, BACK, strict=True))
PRESSES = 30  # more than any question has screenfuls
AT_THE_END = "() => scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1"


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    """Somebody whose window holds any question whole."""
    return enter(new_person(**TALL))


@pytest.mark.parametrize(("on", "back"), one_of(PAIRS))
def test_a_key_leads_on_and_another_back(person: Person, guide: Guide, on: str, back: str) -> None:
    first, second = guide.questions[:2]
    person.page.keyboard.press(on)
    expect_question(person, second)
    expect(heading(person)).to_be_focused()
    person.page.keyboard.press(back)
    expect_question(person, first)
    person.page.keyboard.press(back)
    expect_question(person, first)


@pytest.mark.parametrize(("on", "back"), one_of(PAIRS[:2]))
def test_a_key_scrolls_first_and_shows_every_line(
    new_person: NewPerson, guide: Guide, on: str, back: str
) -> None:
    person = enter(new_person(**sized(1280, 500)))
    first, second = guide.questions[:2]
    bottoms = [500]
    for _ in range(PRESSES):
        person.page.keyboard.press(on)
        if heading(person).inner_text().endswith(second.ask):
            break
        bottoms.append(person.page.evaluate("scrollY + innerHeight"))
        assert bottoms[-2] < bottoms[-1] < bottoms[-2] + 500, "expected to scroll, and to pass over nothing"
    assert len(bottoms) > 1, "expected to scroll before moving on"
    assert person.page.evaluate("scrollY") == 0
    person.page.keyboard.press("End")
    person.page.wait_for_function(AT_THE_END)  # the browser scrolls there bit by bit
    person.page.keyboard.press(back)
    expect_question(person, second)
    person.page.keyboard.press("Home")
    person.page.wait_for_function("() => scrollY === 0")
    person.page.keyboard.press(back)
    expect_question(person, first)


@pytest.mark.parametrize("key", one_of([*ON, *BACK]))
def test_keys_do_nothing_inside_a_field(person: Person, guide: Guide, key: str) -> None:
    question = guide.questions[1]
    move(person, "Next").click()
    action = writing.add_action(person, "One\nTwo", "Chair")
    fields = [
        writing.conclusion(person, words_review.OUR_CONCLUSION),
        action.get_by_label(words_review.WHAT, exact=True),
        action.get_by_label(words_review.OWNER, exact=True),
        action.get_by_label(words_review.DUE, exact=True),
    ]
    for field in fields:
        field.press(key)
        expect_question(person, question)
        expect(field).to_be_focused()


@pytest.mark.parametrize("modifier", one_of(["Alt", "Control", "Meta", "Shift"]))
def test_keys_do_nothing_with_a_modifier(person: Person, guide: Guide, modifier: str) -> None:
    if modifier != "Alt":  # which is the browser's own way back
        person.page.keyboard.press(f"{modifier}+ArrowRight")
    person.page.keyboard.press(f"{modifier}+ArrowDown")
    expect_question(person, guide.questions[0])


def test_a_remote_control_works_after_a_tick(person: Person, guide: Guide) -> None:
    first, second = guide.questions[:2]
    person.box(first.statements[0]).click()
    person.page.keyboard.press("PageDown")
    expect_question(person, second)


def test_a_key_that_is_held_down_moves_once(person: Person, guide: Guide) -> None:
    for _ in range(4):
        person.page.keyboard.down("PageDown")
    person.page.keyboard.up("PageDown")
    expect_question(person, guide.questions[1])


def test_keys_do_nothing_while_a_dialog_is_open(person: Person, guide: Guide) -> None:
    for name in (words_room.QUESTIONS, words_room.SETTINGS):
        person.button(name).click()
        person.page.keyboard.press("PageDown")
        person.page.keyboard.press("Escape")
        expect_question(person, guide.questions[0])


def test_the_way_to_the_end_and_back_needs_no_mouse(person: Person, guide: Guide) -> None:
    for question in guide.questions[1:]:
        person.page.keyboard.press("PageDown")
        expect_question(person, question)
    person.page.keyboard.press("PageDown")
    expect_question(person, guide.questions[-1])
    for question in reversed(guide.questions[:-1]):
        person.page.keyboard.press("PageUp")
        expect_question(person, question)

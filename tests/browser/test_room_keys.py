"""Keys of the room view, as a keyboard and as a presentation remote control send them."""

import string
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support import words_review, words_room, writing
from tests.support.generated import Modules, modules_of
from tests.support.guide import Guide
from tests.support.in_the_room import TALL, enter, expect_question, heading, move
from tests.support.looking import sized
from tests.support.person import NewPerson, Person
from tests.support.serving import Server
from tests.support.tiers import one_of

ON = ["PageDown", "ArrowRight", "ArrowDown"]
BACK = ["PageUp", "ArrowLeft", "ArrowUp"]
PAIRS = list(zip(ON, BACK, strict=True))
PRESSES = 30  # more than any question has screenfuls


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    """Somebody whose window holds any question whole."""
    return enter(new_person(**TALL))


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with modules_of(server, browser) as modules:
        yield modules


# Which way each key leads on an element, alone and with each modifier key. The element is the last of a path.
WAYS = """({ wayOf }, path, keys) => {
    const target = path.split(" > ").reduce((parent, element) => {
        const [name, ...attributes] = element.split(" ");
        const child = parent.appendChild(document.createElement(name));
        for (const attribute of attributes) child.setAttribute(...attribute.split("="));
        return child;
    }, document.createDocumentFragment());
    const modifiers = [{}, { altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }];
    return keys.map((key) => modifiers.map((held) => wayOf({ key, target, ...held })));
}"""
FIELDS = [
    "textarea",
    "select",
    "input",
    "input type=date",
    "div contenteditable=",
    "dialog",
    "dialog > button",
]
OTHERS = ["body", "button", "input type=checkbox", "summary", "a href=x"]


@pytest.mark.parametrize("path", OTHERS)
def test_keys_without_a_modifier_lead_on_and_back(modules: Modules, path: str) -> None:
    found = modules.run("room/page-keys", WAYS, path, [*ON, *BACK])
    assert found == [[1, 0, 0, 0, 0]] * len(ON) + [[-1, 0, 0, 0, 0]] * len(BACK)


@pytest.mark.parametrize("path", FIELDS)
def test_no_key_leads_anywhere_from_a_field_or_a_dialog(modules: Modules, path: str) -> None:
    found = modules.run("room/page-keys", WAYS, path, [*ON, *BACK])
    assert found == [[0] * 5] * 6


def test_no_other_key_leads_anywhere(modules: Modules) -> None:
    keys = [*string.printable, "Home", "End", "Enter", "Tab", "Escape", "toString", "__proto__"]
    assert modules.run("room/page-keys", WAYS, OTHERS[0], keys) == [[0] * 5] * len(keys)


@pytest.mark.parametrize(("on", "back"), one_of(PAIRS))
def test_a_key_leads_on_and_another_back(person: Person, guide: Guide, on: str, back: str) -> None:
    first, second = guide.questions[:2]
    person.page.keyboard.press(on)
    expect_question(person, second)
    expect(heading(person)).to_be_focused()
    person.page.keyboard.press(back)
    expect_question(person, first)
    for _ in range(2):  # the opening comes before, and nothing before that
        person.page.keyboard.press(back)
        expect(person.page.locator("[data-place]")).to_have_text(person.said("room-opening"))


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
    person.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    person.page.keyboard.press(back)
    expect_question(person, second)
    person.page.evaluate("scrollTo(0, 0)")
    person.page.keyboard.press(back)
    expect_question(person, first)


@pytest.mark.parametrize("key", one_of([*ON, *BACK]))
def test_keys_do_nothing_inside_a_field(person: Person, guide: Guide, key: str) -> None:
    question = guide.questions[1]
    move(person, "Next").click()
    action = writing.add_action(person, "One\nTwo", "Chair")
    fields = [
        action.get_by_label(words_review.WHAT, exact=True),
        action.get_by_label(words_review.OWNER, exact=True),
        action.get_by_label(words_review.DUE, exact=True),
        writing.conclusion(person, words_review.OUR_CONCLUSION),
    ]
    for field in fields:
        field.press(key)
        expect_question(person, question)
        expect(field).to_be_focused()


@pytest.mark.full
@pytest.mark.parametrize("modifier", one_of(["Alt", "Control", "Meta", "Shift"]))
def test_keys_do_nothing_with_a_modifier(person: Person, guide: Guide, modifier: str) -> None:
    if modifier != "Alt":  # which is the browser's own way back
        person.page.keyboard.press(f"{modifier}+ArrowRight")
    person.page.keyboard.press(f"{modifier}+ArrowDown")
    expect_question(person, guide.questions[0])


@pytest.mark.full
def test_a_remote_control_works_after_a_tick(person: Person, guide: Guide) -> None:
    first, second = guide.questions[:2]
    person.box(first.statements[0]).click()
    person.page.keyboard.press("PageDown")
    expect_question(person, second)


@pytest.mark.full
def test_a_key_that_is_held_down_moves_once(person: Person, guide: Guide) -> None:
    for _ in range(4):
        person.page.keyboard.down("PageDown")
    person.page.keyboard.up("PageDown")
    expect_question(person, guide.questions[1])


@pytest.mark.full
def test_keys_do_nothing_while_a_dialog_is_open(person: Person, guide: Guide) -> None:
    for name in (words_room.QUESTIONS, words_room.SETTINGS):
        person.button(name).click()
        person.page.keyboard.press("PageDown")
        person.page.keyboard.press("Escape")
        expect_question(person, guide.questions[0])


@pytest.mark.full
def test_the_way_to_the_end_and_back_needs_no_mouse(person: Person, guide: Guide) -> None:
    for question in guide.questions[1:]:
        person.page.keyboard.press("PageDown")
        expect_question(person, question)
    person.page.keyboard.press("PageDown")
    expect_question(person, guide.questions[-1])
    for question in reversed(guide.questions[:-1]):
        person.page.keyboard.press("PageUp")
        expect_question(person, question)

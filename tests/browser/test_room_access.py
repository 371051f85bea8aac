"""The room while a question is shown, for every eye, hand and window."""

import pytest
from playwright.sync_api import expect

from tests.support import in_the_room, words, words_room, writing
from tests.support.auditing import expect_nothing_here, measure
from tests.support.guide import Guide
from tests.support.in_the_room import PROJECTORS, enter
from tests.support.keyboard import walk
from tests.support.landmarks import broken_rules
from tests.support.layout import cut_off, too_small
from tests.support.looking import look, sized
from tests.support.person import Person

SIZES = {name: sized(*size) for name, size in PROJECTORS.items()}
WINDOWS = SIZES | {"320x640": sized(320, 640), "320x256": sized(320, 256), "820x1180": sized(820, 1180)}
LOOKS = WINDOWS | {
    "in forced colours": {**sized(1280, 720), "forced_colors": "active"},
    "with more contrast": {**sized(1280, 720), "contrast": "more"},
}


@pytest.fixture
def in_full_use(person: Person, guide: Guide) -> Person:
    """A question with members' answers, ticks, an action and the time left."""
    question = guide.questions[0]
    look(person.page, **sized(1280, 720))
    in_the_room.put_counts(person, guide, question)
    enter(person)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    writing.add_action(person, "Visit a clinic", "Chief nurse")
    person.button(words_room.SETTINGS).click()
    person.button(words_room.START).click()
    return person


@pytest.mark.full
def test_a_question_in_full_use_brings_no_violation(in_full_use: Person) -> None:
    expect_nothing_here(in_full_use, *LOOKS.values())


@pytest.mark.full
def test_no_dialog_brings_a_violation(in_full_use: Person) -> None:
    for act in ("settings", "list", "guide"):
        in_full_use.page.locator(f"[data-act={act}]").click()
        expect(in_full_use.page.get_by_role("dialog")).to_be_visible()
        expect_nothing_here(in_full_use, sized(1280, 720))
        in_full_use.page.keyboard.press("Escape")
        expect(in_full_use.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.full
def test_nothing_is_cut_off_and_everything_is_large_enough(in_full_use: Person) -> None:
    for name, window in WINDOWS.items():
        look(in_full_use.page, **window)
        assert cut_off(in_full_use) == [], name
        assert too_small(in_full_use) == [], name
        targets = measure(in_full_use.page, "targets")
        small = [one["html"] for one in targets if min(one["width"], one["height"]) < 44]
        assert [html for html in small if "skip-link" not in html] == [], name


@pytest.mark.full
def test_the_focus_is_always_in_sight(in_full_use: Person) -> None:
    found: list[str] = []
    for name, window in WINDOWS.items():
        look(in_full_use.page, **window)
        found += [f"{name}: {what}" for what in walk(in_full_use)]
    assert not found, "\n".join(found)


def test_the_landmarks_and_headings_follow_the_rules(in_full_use: Person) -> None:
    snapshot = in_full_use.page.locator("body").aria_snapshot()
    assert [broken for broken in broken_rules(snapshot) if "contentinfo" not in broken] == []


@pytest.mark.full
def test_on_a_phone_no_line_lies_over_the_statements(in_full_use: Person) -> None:
    look(in_full_use.page, **sized(390))
    in_full_use.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    line = in_full_use.page.locator("[data-in-sight]")
    expect(line).not_to_have_attribute("hidden", "")
    expect(line).to_be_hidden()


@pytest.mark.full
def test_no_letter_is_a_shortcut(person: Person) -> None:
    """WCAG 2.1.4."""
    enter(person)
    person.expect_announced("saved", time=words.ANYTHING)  # before it, the page changes by itself
    before = measure(person.page, "state")
    person.page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789.,/?-+")
    assert measure(person.page, "state") == before

"""The room while a question is shown, for every eye, hand and window."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import in_the_room, words_room, writing
from tests.browser.auditing import measure
from tests.browser.in_the_room import PROJECTORS, enter, sized
from tests.browser.person import Person
from tests.browser.test_access_heard import broken_rules
from tests.browser.test_access_keyboard import walk
from tests.browser.test_access_layout import cut_off, too_small
from tests.browser.test_accessibility import NewPerson, expect_nothing_here
from tests.site.guide import Guide

SIZES = {name: sized(*size) for name, size in PROJECTORS.items()}
WINDOWS = SIZES | {"320x640": sized(320, 640), "320x256": sized(320, 256), "820x1180": sized(820, 1180)}
windows = pytest.mark.parametrize("window", WINDOWS.values(), ids=list(WINDOWS))
LOOKS = WINDOWS | {
    "in forced colours": {**sized(1280, 720), "forced_colors": "active"},
    "with more contrast": {**sized(1280, 720), "contrast": "more"},
}


def in_full_use(new_person: NewPerson, guide: Guide, options: dict[str, Any]) -> Person:
    """Show a question with members' answers, ticks, an action and the time left."""
    person = new_person(**options)
    question = guide.questions[0]
    in_the_room.put_counts(person, guide, question)
    enter(person)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    writing.add_action(person, "Visit a clinic", "Chief nurse")
    person.button(words_room.SETTINGS).click()
    person.button(words_room.START).click()
    return person


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_a_question_in_full_use_brings_no_violation(
    new_person: NewPerson, guide: Guide, look: dict[str, Any]
) -> None:
    expect_nothing_here(in_full_use(new_person, guide, look))


@pytest.mark.parametrize("act", ["settings", "list", "guide"])
def test_no_dialog_brings_a_violation(new_person: NewPerson, guide: Guide, act: str) -> None:
    person = in_full_use(new_person, guide, sized(1280, 720))
    person.page.locator(f"[data-act={act}]").click()
    expect(person.page.get_by_role("dialog")).to_be_visible()
    expect_nothing_here(person)


@windows
def test_nothing_is_cut_off_and_everything_is_large_enough(
    new_person: NewPerson, guide: Guide, window: dict[str, Any]
) -> None:
    person = in_full_use(new_person, guide, window)
    assert cut_off(person) == []
    assert too_small(person) == []
    small = [one for one in measure(person.page, "targets") if min(one["width"], one["height"]) < 44]
    assert [one["html"] for one in small if "skip-link" not in one["html"]] == []


@windows
def test_the_focus_is_always_in_sight(new_person: NewPerson, guide: Guide, window: dict[str, Any]) -> None:
    found = walk(in_full_use(new_person, guide, window))
    assert not found, "\n".join(found)


def test_the_landmarks_and_headings_follow_the_rules(new_person: NewPerson, guide: Guide) -> None:
    snapshot = in_full_use(new_person, guide, {}).page.locator("body").aria_snapshot()
    assert [broken for broken in broken_rules(snapshot) if "contentinfo" not in broken] == []


def test_no_letter_is_a_shortcut(person: Person) -> None:
    """WCAG 2.1.4."""
    enter(person)
    person.expect_saved()
    before = measure(person.page, "state")
    person.page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789.,/?-+")
    assert measure(person.page, "state") == before

"""The links at the top of every page: in sight where there is room, and behind one button on a phone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support import words
from tests.support.auditing import found_on
from tests.support.guide import Question
from tests.support.looking import sized
from tests.support.person import NewPerson, Person

ROW = 64  # CSS pixels: 44 to touch, and room above and below
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture
def phone(new_person: NewPerson) -> Person:
    """Somebody with a small phone, where no script runs."""
    return new_person(java_script_enabled=False, **sized(320))


def links(person: Person) -> Locator:
    return person.page.get_by_role("banner").get_by_role("navigation").get_by_role("link")


def test_on_a_laptop_the_links_are_in_sight(new_person: NewPerson, question: Question) -> None:
    person = new_person(**sized(1280)).open(question.url)
    expect(links(person).first).to_be_visible()
    expect(person.button(words.MENU)).to_have_count(0)


def test_on_a_phone_the_header_is_one_row(new_person: NewPerson, question: Question) -> None:
    person = new_person(**sized(390)).open(question.url)
    person.page.evaluate(
        "document.querySelector('header a span').textContent = 'Digital questions for boards'"
    )
    size = person.page.get_by_role("banner").bounding_box()
    assert size
    assert size["height"] <= ROW


def test_without_a_script_the_menu_opens_and_closes(phone: Person, question: Question) -> None:
    phone.open(question.url)
    expect(links(phone)).to_have_count(0)
    phone.button(words.MENU).click()
    expect(links(phone).last).to_be_in_viewport()
    phone.button(words.CLOSE_MENU).click()
    expect(links(phone)).to_have_count(0)


def test_the_menu_leads_to_a_page(phone: Person, question: Question) -> None:
    phone.open(question.url)
    phone.button(words.MENU).click()
    links(phone).filter(has_text="Search").click()
    expect(phone.page).to_have_url(f"{phone.home}search/")
    expect(links(phone)).to_have_count(0)


def test_escape_closes_the_menu_and_gives_the_focus_back(new_person: NewPerson, question: Question) -> None:
    person = new_person(**sized(390)).open(question.url)
    person.button(words.MENU).press("Enter")
    expect(links(person).first).to_be_visible()
    person.page.keyboard.press("Tab")
    expect(person.button(words.CLOSE_MENU)).to_be_focused()
    person.page.keyboard.press("Escape")
    expect(links(person)).to_have_count(0)
    expect(person.button(words.MENU)).to_be_focused()


@pytest.mark.full
def test_at_home_no_link_of_the_menu_leads_to_the_page_below_it(phone: Person) -> None:
    phone.open("")
    phone.button(words.MENU).click()
    targets = links(phone).evaluate_all("links => links.map((link) => link.hash)")
    assert targets
    assert not any(targets)


@pytest.mark.full
def test_with_text_at_200_percent_nothing_leaves_a_small_window(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(**sized(320)).open(question.url)
    person.page.evaluate(LARGE_TEXT)
    person.button(words.MENU).click()
    for part in (person.page.get_by_role("banner"), links(person).last, person.button(words.CLOSE_MENU)):
        size = part.bounding_box()
        assert size
        assert size["x"] >= 0
        assert size["x"] + size["width"] <= 320


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["none", "active"])
def test_the_open_menu_has_no_violation_and_its_links_are_large_enough(
    new_person: NewPerson, question: Question, scheme: str
) -> None:
    person = new_person(forced_colors=scheme, **sized(390)).open(question.url)
    person.button(words.MENU).click()
    expect(links(person).first).to_be_visible()
    assert found_on(person.page) == []
    heights = links(person).evaluate_all("links => links.map((link) => link.offsetHeight)")
    assert min(heights) >= 44

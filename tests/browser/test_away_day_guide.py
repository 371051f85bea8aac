"""The guide for whoever runs the session: the message to members goes into an email whole."""

import pytest
from playwright.sync_api import Locator

from tests.support import clipboard, words
from tests.support.person import NewPerson, Person


@pytest.fixture
def facilitator(new_person: NewPerson) -> Person:
    person = new_person(permissions=clipboard.PERMISSIONS)
    return person.open_ready("away-day/")


def message(person: Person) -> Locator:
    """What stands before the button that copies it."""
    return person.page.locator("*:has(+ [data-module='site/copy-text'])")


def copied(person: Person) -> str:
    person.button(words.COPY_TEXT).click()
    person.expect_announced("text-copied")
    return clipboard.text_of(person)


def test_the_message_to_members_is_copied_paragraph_by_paragraph(facilitator: Person) -> None:
    paragraphs = message(facilitator).locator("p, li")
    lines = copied(facilitator).split("\n\n")
    assert len(lines) == paragraphs.count()
    for line, paragraph in zip(lines, paragraphs.all(), strict=True):
        assert paragraph.inner_text()[-20:] in line


def test_list_items_keep_their_numbers_and_links_their_whole_address(facilitator: Person) -> None:
    message(facilitator).evaluate("""(element) => {
        const list = document.createElement("ol");
        const [first, second] = [document.createElement("li"), document.createElement("li")];
        const link = Object.assign(document.createElement("a"), { textContent: "the list" });
        link.setAttribute("href", "../checklist/");
        first.append("Open ", link, " now");
        second.append("Answer");
        list.append(first, second);
        element.replaceChildren(list);
    }""")
    address = f"{facilitator.home}checklist/"
    assert copied(facilitator) == f"1. Open the list: {address} now\n\n2. Answer"
    assert f'<a href="{address}">the list</a>' in clipboard.html_of(facilitator)


def test_where_copying_is_blocked_the_text_is_selected(new_person: NewPerson) -> None:
    person = new_person(clipboard.BLOCKED).open_ready("away-day/")
    person.button(words.COPY_TEXT).click()
    person.expect_announced("text-copy-blocked")
    selected = person.page.evaluate("getSelection().toString()")
    assert selected.split() == message(person).inner_text().split()


def test_without_javascript_the_message_reads_and_there_is_no_button(new_person: NewPerson) -> None:
    person = new_person(java_script_enabled=False).open("away-day/")
    assert message(person).is_visible()
    assert not person.button(words.COPY_TEXT).is_visible()

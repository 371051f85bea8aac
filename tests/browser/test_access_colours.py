"""Contrast as computed by the browser, and nothing that is told by colour alone."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support import copies, writing
from tests.support.auditing import measure
from tests.support.contrast import PARTS, enough_for, faint, measured
from tests.support.guide import Guide, Question
from tests.support.kinds import addresses, one_of_each_kind
from tests.support.looking import look, sized
from tests.support.person import NewPerson, Person
from tests.support.watching import NOT_FOUND, Watch

BARE_LINKS = """() => [...document.querySelectorAll("main p a[href], main li a[href], main td a[href]")]
    .filter((link) => link.checkVisibility({ visibilityProperty: true }) && !link.matches(".nhsuk-button"))
    .filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline"))
    .map((link) => link.outerHTML.slice(0, 120))"""
LOOKS: dict[str, dict[str, Any]] = {"plain": {}, "with more contrast": {"contrast": "more"}}


@pytest.fixture
def visitor(new_person: NewPerson, watch: Watch) -> NewPerson:
    watch.expected.append(NOT_FOUND)
    return new_person


def in_each_look(person: Person, name: str, *widths: int) -> list[dict[str, Any]]:
    """Measure the open page in each of these windows, without and with more contrast."""
    found: list[dict[str, Any]] = []
    for width in widths:
        for how, options in LOOKS.items():
            look(person.page, **sized(width), **options)
            found += measured(person, name, f"{width} px, {how}")
    return found


@pytest.mark.full
def test_every_text_has_enough_contrast_and_a_link_in_a_text_is_underlined(
    visitor: NewPerson, pages: list[str], question: Question
) -> None:
    """A link is told from the words around it without its colour."""
    person = writing.answer_in_each_way(visitor(**sized(1280)), question)
    found: list[dict[str, Any]] = []
    bare: list[str] = []
    for url in addresses(pages):
        person.open_ready(url)
        look(person.page, **sized(1280))
        bare += [f"/{url}: not underlined: {html}" for html in person.page.evaluate(BARE_LINKS)]
        measure(person.page, "open")
        found += in_each_look(person, "texts", 1280)
    assert found
    wrong = bare + faint(found, "ratio", enough_for)
    assert not wrong, "\n".join(wrong)


@pytest.mark.full
def test_every_field_box_and_button_stands_out(visitor: NewPerson, guide: Guide, question: Question) -> None:
    person = writing.answer_in_each_way(visitor(), question)
    found: list[dict[str, Any]] = []
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        found += in_each_look(person, "edges", 390)
    assert any(one["mark"] for one in found)
    wrong = faint(found, "ratio", lambda _: PARTS) + faint(found, "mark", lambda _: PARTS)
    assert not wrong, "\n".join(wrong)


@pytest.mark.full
def test_the_focus_stands_out_from_what_is_around_it(visitor: NewPerson, guide: Guide) -> None:
    person = visitor()
    found: list[dict[str, Any]] = []
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        found += in_each_look(person, "focus", 390, 1280)
    wrong = faint(found, "ratio", lambda _: PARTS)
    assert not wrong, "\n".join(wrong)


@pytest.mark.full
def test_where_colours_are_forced_the_focus_has_an_outline(visitor: NewPerson, guide: Guide) -> None:
    person = visitor(**sized(1280), forced_colors="active")
    found = {}
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        if missing := measure(person.page, "withoutOutline"):
            found[url] = missing
    assert found == {}


def test_every_status_has_words_of_its_own(person: Person, guide: Guide) -> None:
    """WCAG 1.4.1."""
    first, second = guide.questions[:2]
    writing.answer_in_each_way(person, first)
    person.open_ready(second.url)
    person.tick(second.statements[0])
    for url in ("", first.url, "review/"):
        person.open_ready(url)
        texts = person.page.locator("[data-question] [data-status]").all_text_contents()
        assert texts and all(text.strip() for text in texts), url
    person.open_ready("")
    assert len(set(person.page.locator(".nhsuk-task-list__item [data-status]").all_text_contents())) == min(
        3, len(guide.questions)
    )


def test_on_a_phone_the_marks_beside_the_numbers_differ_in_shape(visitor: NewPerson, guide: Guide) -> None:
    first, second = guide.questions[:2]
    person = writing.answer_in_each_way(visitor(**sized(390)), first)
    person.open_ready(second.url)
    person.tick(second.statements[0])
    shape = """(element) => {
        const { borderRadius, borderTopWidth, transform, content } = getComputedStyle(element, "::after");
        return [content, borderRadius, borderTopWidth, transform].join(" ");
    }"""
    links = person.page.locator(".question-nav li a")
    shapes = {links.nth(place).evaluate(shape) for place in range(min(3, len(guide.questions)))}
    assert len(shapes) == min(3, len(guide.questions))


def test_the_parts_of_a_bar_differ_in_pattern_and_their_counts_stand_beside_it(
    person: Person, question: Question
) -> None:
    writing.answer_in_each_way(person, question)
    person.open_ready("review/")
    section = copies.about(person, question)
    bar = section.locator(".bar")
    fills = [rect.evaluate("rect => getComputedStyle(rect).fill") for rect in bar.locator("rect").all()]
    assert len(set(fills)) == 3 and "url(" in fills[1], "expected a plain, a hatched and an empty part"
    measure(person.page, "sideways")  # brings the script
    ratio = person.page.evaluate("fills => access.contrast(fills[0], fills[2])", fills)
    assert ratio >= PARTS
    left = len(question.statements) - 2
    expect(section).to_contain_text(person.said("counts-done", ticked=1, unknown=1, notTicked=left))


@pytest.mark.full
def test_in_forced_colours_a_tick_still_shows(new_person: NewPerson, question: Question) -> None:
    person = new_person(forced_colors="active").open_ready(question.url)
    differs = """(box) => {
        const mark = getComputedStyle(box, "::after");
        return mark.content !== "none" && mark.borderBottomStyle === "solid"
            && parseFloat(mark.borderBottomWidth) > 2
            && mark.borderBottomColor !== getComputedStyle(box).backgroundColor;
    }"""
    for box in (person.box(question.statements[0]), person.unknown(question.statements[1])):
        assert not box.evaluate(differs)
        box.check()
        assert box.evaluate(differs)

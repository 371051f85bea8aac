"""The paper pack: a cover, then a sheet for each question, that a person without a device can fill in."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support import words
from tests.support.guide import Guide
from tests.support.person import Person

# 5 rows on every sheet, each as long as a long statement usually is, whatever this guide's are.
FIVE_ROWS = """() => {
    const long = (count) => "words ".repeat(count / 6);
    for (const body of document.querySelectorAll("section tbody")) {
        const row = body.rows[0];
        row.querySelector("th > strong + span").textContent = long(160);
        const rows = Array.from({ length: 5 }, () => row.cloneNode(true));
        const hint = { className: "nhsuk-hint", textContent: long(60) };
        for (const each of rows)
            each.querySelector("th > strong + span")
                .append(Object.assign(document.createElement("span"), hint));
        body.replaceChildren(...rows);
    }
}"""


@pytest.fixture
def paper(person: Person) -> Person:
    person.open_ready("away-day/pack/")
    person.page.emulate_media(media="print")
    return person


@pytest.mark.full
def test_each_question_with_5_statements_fits_on_a_sheet(paper: Person, guide: Guide) -> None:
    paper.page.evaluate(FIVE_ROWS)
    assert paper.sheets() == 1 + len(guide.questions)


@pytest.mark.full
def test_a_long_question_takes_another_sheet_and_nothing_is_cut(paper: Person, guide: Guide) -> None:
    paper.page.evaluate(FIVE_ROWS)
    paper.page.evaluate("""() => {
        const body = document.querySelector("section tbody");
        for (let n = 0; n < 5; n++) body.append(body.rows[0].cloneNode(true));
    }""")
    assert paper.sheets() == 2 + len(guide.questions)


def test_every_statement_has_its_number_and_2_boxes(paper: Person, guide: Guide) -> None:
    for question in guide.questions:
        sheet = paper.page.get_by_role("region", name=f"{question.number}. {question.ask}", exact=True)
        rows = sheet.get_by_role("row")
        expect(rows).to_have_count(1 + len(question.statements))
        for number, statement in enumerate(question.statements, 1):
            row = rows.nth(number)
            name = re.compile(re.escape(f"{question.number}.{number} {statement.alone}"))
            expect(row.get_by_role("rowheader", name=name)).to_be_visible()
            for box in row.get_by_role("cell").all():
                size = box.locator("*").bounding_box()
                assert size
                assert size["width"] >= 22


def test_every_sheet_has_lines_to_write_on(paper: Person) -> None:
    heights = paper.page.locator("section").evaluate_all(
        "sheets => sheets.map((sheet) => sheet.lastElementChild.offsetHeight)"
    )
    assert heights
    assert min(heights) >= 90


def test_the_paper_has_no_buttons_and_fields(paper: Person) -> None:
    for role in ("button", "textbox", "checkbox", "radio"):
        expect(paper.page.get_by_role(role)).to_have_count(0)


def test_a_button_prints_it(new_person: Callable[..., Person]) -> None:
    person = new_person("window.print = () => { window.printed = true; };").open_ready("away-day/pack/")
    person.button(words.PRINT_PAGE).click()
    assert person.page.evaluate("window.printed")

"""Nothing gets in: 700 texts that would run or change a page, through every door by which texts come."""

import re
from collections.abc import Sequence
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.support import combining, copies, database, words_combine, words_review
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.injections import FEW, STRINGS
from tests.support.person import NewPerson, Person
from tests.support.structure import expect_same, structure

Texts = Sequence[str]
# The same number of texts, no 2 alike.
HARMLESS = [f"plain words {place}" for place in range(len(STRINGS))]


def every(some: Texts) -> pytest.MarkDecorator:
    """All texts where it takes minutes, and some in the full run."""
    marks = {"some": pytest.mark.full, "all": pytest.mark.long}
    texts = {"some": some, "all": STRINGS}
    return pytest.mark.parametrize("texts", [pytest.param(texts[n], id=n, marks=marks[n]) for n in texts])


def at(door: int, one_in: int = 30) -> Texts:
    """Return a few texts of all kinds, at each door others: where each takes a page or a second."""
    return STRINGS[door::one_in]


LINKS = list(product(["", "checklist/", copies.REVIEW], ["", "code="]))
links = pytest.mark.parametrize(
    ("url", "start", "texts"),
    [pytest.param(*link, at(door, 120), marks=pytest.mark.full) for door, link in enumerate(LINKS, 5)]
    + [pytest.param(*link, STRINGS, marks=pytest.mark.long) for link in LINKS],
    ids=[f"{url}#{start}-{count}" for count in ("some", "all") for url, start in LINKS],
)


def review(guide: Guide, texts: Texts) -> dict[str, Any]:
    """Return a review with each text wherever one can stand, an id included."""
    places = (*[s.id for s in guide.statements], *[f"gone-{n}" for n in range(len(texts))])
    answers = [record("answer", id, "evidence", text) for id, text in zip(places, texts, strict=False)]
    wordings = [record("answer", id, "wording", text) for id, text in zip(places, texts, strict=False)]
    ticks = [record("answer", id, "answer", True) for id, _ in zip(places, texts, strict=False)]
    conclusions = [
        record("conclusion", q.id, "text", text) for q, text in zip(guide.questions, texts, strict=False)
    ]
    actions = [record("action", f"a{n}", "what", text) for n, text in enumerate(texts)]
    owners = [record("action", f"a{n}", "owner", text) for n, text in enumerate(texts)]
    of = [record("action", f"a{n}", "question", guide.questions[0].id) for n in range(len(texts))]
    ids = [record("conclusion", f"id {text}", "text", text) for text in texts]
    unreadable = [record("action", text, "what", {"text": text}) for text in texts]
    name = record("review", "", "name", " ".join(texts))
    return copies.review(
        "r", name, *answers, *wordings, *ticks, *conclusions, *actions, *owners, *of, *ids, *unreadable
    )


def trees(person: Person, urls: Sequence[str]) -> list[list[str]]:
    return [structure(person.open_ready(url).page) for url in urls]


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(STRINGS) >= 700
    assert len(set(STRINGS)) == len(STRINGS)


@pytest.mark.parametrize("texts", [FEW, pytest.param(STRINGS, marks=pytest.mark.long)], ids=["some", "all"])
def test_what_is_stored(new_person: NewPerson, guide: Guide, question: Question, texts: Texts) -> None:
    urls = ("", question.url, "checklist/", copies.REVIEW)
    harmless = new_person()
    copies.put(harmless, review(guide, HARMLESS[: len(texts)]))
    expected = trees(harmless, urls)
    person = new_person()
    copies.put(person, review(guide, texts))
    for url, tree in zip(urls, expected, strict=True):
        expect_same(person.open_ready(url).page, tree)


@every(FEW)
def test_a_saved_file(new_person: NewPerson, guide: Guide, question: Question, texts: Texts) -> None:
    expected = []
    for held in (HARMLESS[: len(texts)], texts):
        person = new_person().open_ready(copies.REVIEW)
        copies.look_at(person, copies.copy(guide, review(guide, held), edition=held[0], guide=held[1]))
        found = [structure(person.page)]
        person.button(words_review.KEEP).click()
        person.expect_announced("loaded")
        found += [structure(person.page), *trees(person, (copies.REVIEW, question.url))]
        assert person.page.title() != "run"
        expected.append(found)
    assert expected[0] == expected[1]


@every(at(1))
def test_pasted_text(person: Person, texts: Texts) -> None:
    person.open_ready(copies.REVIEW)
    field = person.page.get_by_label(words_review.PASTED, exact=True)

    def paste(text: str) -> None:
        field.fill(text)
        person.button(words_review.LOOK).click()
        expect(field).to_have_attribute("aria-invalid", "true")

    paste("plain words")
    expected = structure(person.page)
    for text in texts:
        paste(text if text.strip() else "plain words")
        expect_same(person.page, expected)


@every(at(2))
def test_a_damaged_file_that_names_its_place(person: Person, guide: Guide, texts: Texts) -> None:
    person.open_ready(copies.REVIEW)
    field = person.page.get_by_label(words_review.FILE, exact=True)

    def choose(place: int, text: str) -> None:
        copies.choose(person, copies.copy(guide, **{f"n{place} {text}": 1}))
        expect(field).to_have_accessible_description(re.compile(f"n{place}"))

    choose(0, "plain words")
    expected = structure(person.page)
    for place, text in enumerate(texts, 1):
        choose(place, text)
        expect_same(person.page, expected)


@every(at(3))
def test_a_text_with_an_answer_code(person: Person, guide: Guide, texts: Texts) -> None:
    combining.open_board(person)
    [code] = combining.codes_of(person, guide, combining.members(guide, 1))

    def tree_with(text: str) -> list[str]:
        combining.look_for(person, f"{text}\n.\n{code}")
        tree = structure(person.page, "[data-preview]")  # elsewhere something may be said meanwhile
        person.button(words_combine.NOTHING).click()
        expect(combining.preview(person)).to_have_count(0)
        return tree

    expected = tree_with("plain words")
    for text in texts:
        assert tree_with(text) == expected, text
        assert person.page.title() != "run"


# Looks for each text and for its words alone, which find the same, and compares the trees of the page.
SEARCH = """async ([root, texts]) => {
    const { wordsOf } = await import(`${root}assets/js/site/search.js`);
    const field = document.querySelector("[data-module='site/search'] input");
    const seen = async (query) => {
        field.value = query;
        field.form.requestSubmit();
        await new Promise((resolve) => setTimeout(resolve));
        const elements = [...document.querySelectorAll("*")];
        return elements.map((element) => [element.localName, ...element.getAttributeNames()]).join();
    };
    const different = [];
    for (const text of texts) {
        const found = await seen(text);
        const words = wordsOf(field.value).join(" ") || (field.value.trim() && "\\u00a7");
        if ((await seen(words)) !== found) different.push(text);
    }
    return different;
}"""


@every(FEW)
def test_what_is_searched_for(person: Person, texts: Texts) -> None:
    person.open_ready("search/")
    person.page.get_by_role("searchbox").fill("words")
    expect(person.page.locator(".search__results li").first).to_be_visible()
    assert person.page.evaluate(SEARCH, [person.home, texts]) == []
    assert "run" not in person.page.title()


@every(at(4))
def test_a_link_to_a_search(person: Person, texts: Texts) -> None:
    for place, text in enumerate(texts):
        link = f"search/?{place}#" + (text if "%" in text else quote(text))
        person.open_ready(link)
        expect(person.page.get_by_role("searchbox")).to_be_visible()
        assert person.page.locator("main :is(script, img, iframe, style, base)").count() == 0
        assert person.page.title() != "run"


@links
def test_a_link_with_an_end(person: Person, texts: Texts, url: str, start: str) -> None:
    def open_with(place: int, text: str) -> Page:
        page = person.open_ready(f"{url}?{place}#{start}{quote(text)}").page
        if start and text:
            expect(page).to_have_url(
                re.compile(r"^[^#]*$")
            )  # the code has been read, and left the address bar
        return page

    expected = structure(open_with(0, "plain-words"))
    for place, text in enumerate(texts, 1):
        expect_same(open_with(place, text), expected)


@pytest.mark.full
def test_a_stored_record_of_the_device(new_person: NewPerson) -> None:
    found = []
    for texts in (HARMLESS, STRINGS):
        person = new_person().open_ready(copies.REVIEW)
        records = [record("device", "", text, text) for text in texts]
        records += [record("device", "", field, texts[0]) for field in ("mine", "board")]
        database.write(person.page, *[{"review": "", **one} for one in records])
        found.append(structure(person.open_ready(copies.REVIEW).page))
        assert person.page.title() != "run"
    assert found[0] == found[1]

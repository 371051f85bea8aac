"""A page knows its review, and no other tab, load or undo changes that underneath."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support import broken_storage, copies, database, generated, words, words_review, writing
from tests.support.generated import Modules
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server

# A store over a database in memory, which answers only when it is let.
SLOW = """async ({ Store, Records, Shelf }) => {
    const stored = new Shelf();
    let gate = Promise.resolve();
    const database = {
        isOpen: true, belongTo() {}, open: async () => {},
        run: async (work) => { await gate; await work.runIn(stored); },
    };
    const field = (value) => [{ kind: "conclusion", id: "q", field: "text", value }];
    const store = new Store({ guide: "slow", edition: "e" }, "board", new Records(), database);
    await store.opened;
    await store.set(field("before"));
    const { review } = store;
    let open;
    gate = new Promise((resolve) => (open = resolve));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    const meanwhile = { isSame: store.review === review, whose: store.whose,
        text: store.get("conclusion", "q", "text"), records: store.records().length };
    const saving = store.set(field("meanwhile"));
    open();
    await saving;
    const after = { isSame: store.review === review, text: store.get("conclusion", "q", "text"),
        reviews: stored.reviews.length };
    return { meanwhile, after };
}"""


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def delete(person: Person) -> None:
    person.button(words_review.DELETE).click()
    person.button(words_review.DELETE_YES).click()
    person.expect_announced("review-deleted")


def test_while_it_is_read_what_is_stored_the_page_has_its_review(modules: Modules) -> None:
    found = modules.run("store/store store/memory store/shelf", SLOW)
    assert found == {
        "meanwhile": {"isSame": True, "whose": "board", "text": "before", "records": 3},
        "after": {"isSame": True, "text": "meanwhile", "reviews": 2},
    }


def test_opening_pages_keeps_nothing(person: Person, question: Question) -> None:
    for url in ("", question.url, "checklist/", "away-day/room/", "away-day/combine/", copies.REVIEW):
        person.open_ready(url)
    assert database.read(person.page) == []


def test_the_switch_to_the_board_s_answers_is_this_tab_s_and_outlives_a_reload(
    person: Person, question: Question, guide: Guide
) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.reload()
    expect(person.radio(words.BOARD)).to_be_checked()
    person.open_ready(guide.questions[1].url)
    expect(person.radio(words.BOARD)).to_be_checked()
    other = person.another_tab().open_ready(question.url)
    expect(other.radio(words.MINE)).to_be_checked()


def test_the_whole_checklist_holds_one_s_own_answers_whatever_the_tab_was_switched_to(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(question.statements[0])
    person.open_ready("checklist/")
    expect_ticked(person.box(question.statements[0]), False)
    expect(person.state(question, words.ANSWERED)).to_be_visible()


@pytest.mark.full
def test_the_review_page_shows_the_board_s_only_where_it_holds_something(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    person.open_ready(copies.REVIEW)
    expect(person.page.get_by_role("article", name=words_review.OWN_HEADING)).to_be_visible()
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(question.statements[1])
    person.open_ready(copies.REVIEW)
    expect(person.page.get_by_role("article", name=words_review.BOARD_ANSWERS)).to_be_visible()


@pytest.mark.full
def test_a_review_that_another_tab_deletes_stays_in_sight_and_nothing_is_written(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).press_sequentially("Typed ")
    person.expect_saved()
    other = person.another_tab().open_ready(copies.REVIEW)
    delete(other)
    person.expect_line("not-kept-deleted")
    person.page.keyboard.type("on")
    expect(writing.conclusion(person)).to_have_value("Typed on")
    assert "Typed on" not in writing.stored_texts(person)
    person.button("Save it again").click()
    person.expect_saved()
    person.reload()
    expect(writing.conclusion(person)).to_have_value("Typed on")


@pytest.mark.full
def test_a_review_that_another_tab_deleted_can_be_left_deleted(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    delete(person.another_tab().open_ready(copies.REVIEW))
    person.expect_line("not-kept-deleted")
    person.button("Leave it deleted").click()
    expect_ticked(person.box(question.statements[0]), False)
    person.tick(question.statements[1])
    person.reload()
    expect_ticked(person.box(question.statements[0]), False)
    expect_ticked(person.box(question.statements[1]), True)


@pytest.mark.full
def test_a_tab_that_has_not_heard_of_the_deletion_writes_nothing_either(
    person: Person, question: Question
) -> None:
    person.page.add_init_script(broken_storage.HEARS_NOTHING)
    person.open_ready(question.url)
    person.tick(question.statements[0])
    delete(person.another_tab().open_ready(copies.REVIEW))
    person.box(question.statements[1]).check()
    person.expect_line("not-kept-deleted")
    assert database.answers(database.read(person.page)) == {}
    expect_ticked(person.box(question.statements[1]), True)
    person.page.evaluate("window.onbeforeunload = null")


@pytest.mark.full
def test_a_deletion_that_is_undone_in_the_other_tab_is_as_if_it_had_not_been(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    other = person.another_tab().open_ready(copies.REVIEW)
    delete(other)
    person.expect_line("not-kept-deleted")
    person.box(question.statements[1]).check()
    other.button(words.UNDO).click()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(question.statements[1]), True)


@pytest.mark.full
def test_the_dialog_that_deletes_names_the_review_and_deletes_that_one(
    person: Person, question: Question
) -> None:
    copies.put(
        person,
        copies.review("r1", copies.record("review", "", "name", "Spring")),
        copies.review("r2", copies.record("review", "", "name", "Autumn")),
    )
    other = person.another_tab().open_ready(copies.REVIEW)
    person.button(words_review.DELETE).click()
    expect(person.page.get_by_role("dialog")).to_contain_text("Spring")
    other.page.get_by_role("radio", name="Autumn").check()
    person.button(words_review.DELETE_YES).click()
    person.expect_announced("review-deleted")
    reviews = {r["review"] for r in database.read(person.page) if r["review"]}
    assert reviews == {"r2"}

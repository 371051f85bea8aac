"""Loading a copy: looked at first, taken in only when confirmed, all or nothing, and undone exactly."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support import broken_storage, copies, generated, words, words_review, writing
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import NewPerson, Person, expect_ticked
from tests.support.tiers import one_of

FAR = 4_000_000_000_000  # milliseconds since 1970, in 2096
HELD = "What this copy holds"  # stands for a preview, where the copy can be read
TEXT = "Written here"


@pytest.fixture
def writer(person: Person, question: Question) -> Person:
    """Somebody with a tick and a conclusion, on the review page."""
    writing.answer_and_conclude(person, question, TEXT)
    person.open_ready(copies.REVIEW)
    return person


def full_copy(guide: Guide, id: str = "theirs", changed_at: int = FAR) -> str:
    question = guide.questions[0]
    answers = [record("answer", s.id, "answer", True, changed_at) for s in question.statements]
    text = record("conclusion", question.id, "text", "Written there", changed_at)
    name = record("review", "", "name", "Theirs", changed_at)
    return copies.copy(guide, copies.review(id, *answers, text, name))


def odd(guide: Guide, **changes: Any) -> str:
    return copies.copy(guide, copies.review("r9", record("answer", "a", "answer", True) | changes))


# Each with the message it gives, or HELD where what can be read is shown first.
BAD: dict[str, tuple[Callable[[Guide], str | bytes], str]] = {
    "an empty file": (lambda guide: "", "file-empty"),
    "only spaces": (lambda guide: " \n", "file-empty"),
    "not JSON": (lambda guide: "Dear board,", "file-not-json"),
    "a picture": (lambda guide: b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "file-not-json"),
    "JSON of something else": (lambda guide: '{"name": "package"}', "file-not-a-review"),
    "a list": (lambda guide: "[]", "file-not-a-review"),
    "null": (lambda guide: "null", "file-not-a-review"),
    "no version": (lambda guide: copies.copy(guide, version=None), "file-wrong-shape"),
    "an older version without an upgrade": (lambda guide: copies.copy(guide, version=0), "file-wrong-shape"),
    "reviews of a wrong type": (lambda guide: copies.copy(guide).replace("[]", "5"), "file-wrong-shape"),
    "a __proto__ key": (
        lambda guide: copies.copy(guide)[:-1] + ', "__proto__": {"a": 1}}',
        "file-wrong-shape",
    ),
    "a constructor key": (lambda guide: copies.copy(guide, constructor={"a": 1}), "file-wrong-shape"),
    "no reviews": (copies.copy, HELD),
    "a newer version": (lambda guide: copies.copy(guide, copies.review("r9"), version=2, more=1), HELD),
    "another edition": (lambda guide: copies.copy(guide, copies.review("r9"), edition="1999-01"), HELD),
    "another guide": (lambda guide: copies.copy(guide, copies.review("r9"), guide="elsewhere"), HELD),
    "unknown ids": (lambda guide: odd(guide, id="gone"), HELD),
    "__proto__ as an id": (lambda guide: odd(guide, id="__proto__"), HELD),
    "the same review twice": (
        lambda guide: copies.copy(guide, copies.review("r9"), copies.review("r9")),
        HELD,
    ),
    "a wrong type": (lambda guide: odd(guide, value={"a": 1}), HELD),
    "a day that does not exist": (
        lambda guide: odd(guide, kind="action", field="dueOn", value="2026-02-30"),
        HELD,
    ),
    "a date in words": (lambda guide: odd(guide, changedAt="yesterday"), HELD),
    "a kind that does not exist": (lambda guide: odd(guide, kind="constructor"), HELD),
    "a note of 100,000 characters": (lambda guide: odd(guide, field="evidence", value="x" * 100_000), HELD),
    "half a surrogate pair": (lambda guide: odd(guide, field="evidence", value="\ud800 \udfff"), HELD),
    "right to left, and emoji": (
        lambda guide: odd(guide, field="evidence", value="\u202e\u05e9\u05dc\u05d5\u05dd 👩🏽‍⚕️"),
        HELD,
    ),
}


def expect_said(person: Person, message: str) -> None:
    if message == HELD:
        expect(copies.preview(person)).to_be_visible()
    else:
        field = person.page.get_by_label(words_review.FILE, exact=True)
        person.expect_error(field, message, path=words.ANYTHING)
        expect(copies.preview(person)).to_be_hidden()


@pytest.mark.full
def test_a_bad_file_has_its_message_and_changes_nothing(
    writer: Person, guide: Guide, subtests: pytest.Subtests
) -> None:
    before = copies.dump(writer)
    for name, (make, message) in BAD.items():
        with subtests.test(name):
            writer.reload()  # so that what is said is said of this file
            copies.choose(writer, make(guide))
            expect_said(writer, message)
            assert copies.dump(writer) == before


@pytest.mark.full
def test_a_strange_file_that_was_kept_does_no_harm(
    writer: Person, guide: Guide, question: Question, subtests: pytest.Subtests
) -> None:
    """Whatever it held: afterwards answers are saved as before, and undo leaves no trace."""
    for name in (name for name, (_, message) in BAD.items() if message == HELD):
        with subtests.test(name):
            writer.open_ready(copies.REVIEW)
            keep_and_undo(writer, BAD[name][0](guide))
            writer.open_ready(question.url)
            expect(writing.conclusion(writer)).to_have_value(TEXT)
            writer.box(question.statements[1]).click()
            writer.expect_saved()


def keep_and_undo(person: Person, file: str | bytes) -> None:
    """Load a file that can be read as far as it goes; one without a review has no button to keep it."""
    copies.look_at(person, file)
    if person.button(words_review.KEEP).is_visible():
        person.button(words_review.KEEP).click()
        person.expect_announced("loaded")
        copies.undo(person)


@pytest.mark.full
def test_a_file_cut_anywhere_is_refused(writer: Person, guide: Guide) -> None:
    before = copies.dump(writer)
    whole = full_copy(guide)
    for end in range(0, len(whole), 1000):
        copies.choose(writer, whole[:end])
        expect_said(writer, "file-not-json" if end else "file-empty")
    assert copies.dump(writer) == before


@pytest.mark.full
def test_a_file_of_50_megabytes_is_refused_and_takes_an_earlier_preview_away(
    writer: Person, guide: Guide, tmp_path: Path
) -> None:
    """What the buttons would load must be what the page speaks of."""
    before = copies.dump(writer)
    copies.look_at(writer, full_copy(guide))
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    copies.choose(writer, large)
    expect_said(writer, "file-too-large")
    assert copies.dump(writer) == before


def test_nothing_changes_before_it_is_confirmed(writer: Person, guide: Guide) -> None:
    before = copies.dump(writer)
    shown = copies.look_at(writer, full_copy(guide))
    expect(shown.get_by_text("Nothing has changed yet.")).to_be_visible()
    for warning in (words_review.FOREIGN, words_review.NEWER):
        expect(shown.get_by_text(warning)).to_be_hidden()
    assert copies.dump(writer) == before
    writer.button(words_review.NOTHING).click()
    expect(copies.preview(writer)).to_be_hidden()
    assert copies.dump(writer) == before


def test_the_preview_counts_what_is_new_newer_and_different(
    writer: Person, guide: Guide, question: Question
) -> None:
    shown = copies.look_at(writer, full_copy(guide))
    expect(shown.get_by_role("heading")).to_be_focused()
    expect(shown).to_contain_text(re.compile("own answers: Theirs"))
    # All but the first statement, and the name.
    expect(shown).to_contain_text(writer.said("preview-answers", count=len(question.statements) - 1))
    expect(shown).to_contain_text(writer.said("preview-texts", count=1))
    expect(shown).to_contain_text(writer.said("preview-differ", count=1))


@pytest.mark.full
def test_dates_in_the_future_are_pointed_out(writer: Person, guide: Guide, question: Question) -> None:
    shown = copies.look_at(writer, full_copy(guide))
    expect(shown).to_contain_text(re.compile("dates? in the future"))


@pytest.mark.full
def test_adding_keeps_both_texts_and_undo_restores_exactly(
    writer: Person, guide: Guide, question: Question
) -> None:
    before = copies.dump(writer)
    copies.load(writer, full_copy(guide), words_review.ADD)
    assert {TEXT, "Written there"} <= writing.stored_texts(writer)
    expect(writer.page.get_by_role("article")).to_contain_text("Written there")
    expect(writer.button(words.UNDO)).to_be_focused()
    copies.undo(writer)
    assert copies.dump(writer) == before
    expect(writer.page.get_by_role("article")).to_contain_text(TEXT)


@pytest.mark.full
def test_keeping_makes_a_review_of_its_own_and_undo_opens_the_one_that_was_open(
    writer: Person, guide: Guide
) -> None:
    writer.button(words_review.BEGIN_BOARD).click()
    writer.radio(words_review.OWN_ANSWERS).check()
    expect(writer.page.get_by_role("article")).to_contain_text(TEXT)
    before = copies.dump(writer)
    were = copies.contents(writer)
    copies.load(writer, full_copy(guide), words_review.KEEP)
    expect(writer.page.get_by_role("radio", name=re.compile("Theirs"))).to_be_checked()
    now = [r for r in copies.dump(writer) if r["review"] not in {"", "theirs"}]
    assert now == [r for r in before if r["review"]]
    copies.undo(writer)
    expect(writer.radio(words_review.OWN_ANSWERS)).to_be_checked()
    assert copies.contents(writer) == were


@pytest.mark.full
def test_the_same_moment_with_another_text_loses_neither(
    person: Person, guide: Guide, question: Question
) -> None:
    """Both texts were changed in the same millisecond: whichever stands, the other is kept."""
    mine, theirs = (record("conclusion", question.id, "text", text) for text in ("AAA", "ZZZ"))
    copies.put(person, copies.review("r1", mine))
    copies.load(person, copies.copy(guide, copies.review("r2", theirs)), words_review.ADD)
    assert {"AAA", "ZZZ"} <= writing.stored_texts(person)


@pytest.mark.full
def test_a_copy_is_added_to_the_review_that_was_named_whichever_is_open_by_then(
    person: Person, guide: Guide
) -> None:
    named, other = (copies.review(id, record("review", "", "name", f"Review {id}")) for id in ("r1", "r2"))
    copies.put(person, named, other)
    shown = copies.look_at(person, full_copy(guide))
    expect(shown).to_contain_text("Review r1")
    person.page.get_by_role("radio", name=re.compile("Review r2")).check()
    person.button(words_review.ADD).click()
    person.expect_announced("loaded")
    expect(person.page.get_by_role("radio", name=re.compile("Review r1|Theirs"))).to_be_checked()
    texts = {key[0]: value for key, value in copies.contents(person).items() if "text" in key}
    assert texts == {"r1": "Written there"}


@pytest.mark.full
def test_a_board_s_copy_is_never_added_to_one_s_own_answers(writer: Person, guide: Guide) -> None:
    board = copies.copy(guide, copies.review("b", record("answer", "a", "answer", True), whose="board"))
    copies.look_at(writer, board)
    expect(writer.button(words_review.ADD)).to_be_hidden()
    expect(writer.button(words_review.KEEP)).to_be_visible()


@pytest.mark.full
def test_a_review_that_does_not_say_whose_it_is_stops_no_later_saving(
    writer: Person, guide: Guide, question: Question
) -> None:
    nameless = {"id": "r9", "records": [record("answer", question.statements[1].id, "answer", True)]}
    copies.load(writer, copies.copy(guide, nameless))
    writer.page.get_by_label(words_review.NAME, exact=True).fill("Named since")
    writer.expect_saved()
    writer.open_ready(question.url)
    expect_ticked(writer.box(question.statements[1]), True)
    writer.tick(question.statements[2])
    writer.open_ready(copies.REVIEW)
    writer.radio(words_review.OWN_ANSWERS).check()
    expect(writer.page.get_by_role("article")).to_contain_text(TEXT)


@pytest.mark.full
def test_a_copy_added_by_a_double_click_is_taken_in_once(writer: Person, guide: Guide) -> None:
    before = copies.dump(writer)
    copies.look_at(writer, full_copy(guide))
    writer.button(words_review.ADD).dblclick()
    writer.expect_announced("loaded")
    kept = writer.page.get_by_role("region", name=words_review.KEPT, exact=True)
    expect(kept.get_by_role("listitem")).to_have_count(1)
    copies.undo(writer)
    assert copies.dump(writer) == before


@pytest.mark.full
def test_another_tab_that_was_opened_before_anything_was_kept_shows_a_loaded_copy(
    person: Person, guide: Guide, question: Question
) -> None:
    other = person.another_tab().open_ready(question.url)
    person.open_ready(copies.REVIEW)
    copies.load(person, full_copy(guide))
    expect(writing.conclusion(other)).to_have_value("Written there")


@pytest.mark.full
def test_what_a_newer_version_brings_along_is_listed_as_kept(
    writer: Person, guide: Guide, question: Question
) -> None:
    strange = record("answer", question.statements[0].id, "mood", "hopeful")
    newer = copies.copy(guide, copies.review("theirs", strange), version=2, weather="rain in Leeds")
    expect(copies.look_at(writer, newer).get_by_text(words_review.NEWER)).to_be_visible()
    writer.button(words_review.ADD).click()
    writer.expect_announced("loaded")
    kept = writer.page.get_by_role("region", name=words_review.KEPT, exact=True)
    expect(kept).to_contain_text("hopeful")
    expect(kept).to_contain_text("rain in Leeds")


@pytest.mark.full
def test_a_copy_of_another_guide_says_so_and_its_answers_are_listed(writer: Person, guide: Guide) -> None:
    answer = [
        record("answer", "theirs-1", "answer", True),
        record("answer", "theirs-1", "wording", "Of another trust"),
    ]
    other = copies.copy(guide, copies.review("r9", *answer), guide="another-guide")
    shown = copies.look_at(writer, other)
    expect(shown.get_by_text(words_review.FOREIGN)).to_be_visible()
    expect(shown).to_contain_text(writer.said("preview-unknown", count=1))
    writer.button(words_review.KEEP).click()
    writer.expect_announced("loaded")
    gone = copies.part(writer, words_review.ORPHANS)
    expect(gone).to_contain_text("Of another trust")


@pytest.mark.full
def test_a_copy_is_pasted_instead_of_chosen(writer: Person, guide: Guide) -> None:
    writer.page.get_by_label(words_review.PASTED, exact=True).fill(full_copy(guide))
    writer.button(words_review.LOOK).click()
    expect(copies.preview(writer)).to_be_visible()
    writer.button(words_review.ADD).click()
    writer.expect_announced("loaded")
    expect(writer.page.get_by_role("article")).to_contain_text("Written there")


@pytest.mark.full
def test_a_file_that_has_gone_since_it_was_chosen_is_said(new_person: NewPerson, guide: Guide) -> None:
    person = new_person(broken_storage.FILE_GONE).open_ready(copies.REVIEW)
    copies.choose(person, full_copy(guide))
    expect_said(person, "file-unreadable")


@pytest.mark.full
def test_nothing_pasted_is_said(writer: Person) -> None:
    writer.button(words_review.LOOK).click()
    field = writer.page.get_by_label(words_review.PASTED, exact=True)
    writer.expect_error(field, "paste-empty")
    expect(field).to_be_focused()


@pytest.mark.full
def test_what_was_pasted_and_is_no_copy_stays_to_be_put_right(writer: Person, guide: Guide) -> None:
    field = writer.page.get_by_label(words_review.PASTED, exact=True)
    field.fill("Dear board,")
    writer.button(words_review.LOOK).click()
    writer.expect_error(field, "file-not-json")
    expect(field).to_have_value("Dear board,")
    copies.look_at(writer, full_copy(guide))
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.full
@pytest.mark.parametrize("button", one_of([words_review.ADD, words_review.KEEP]))
def test_storage_that_is_full_half_way_takes_in_nothing(
    writer: Person, guide: Guide, question: Question, button: str
) -> None:
    writer.page.add_init_script(broken_storage.full(room_for=3))
    writer.reload()
    before, shown = copies.dump(writer), writer.page.get_by_role("article").inner_text()
    copies.look_at(writer, full_copy(guide))
    writer.button(button).click()
    writer.expect_announced("load-failed")
    assert copies.dump(writer) == before
    assert writer.page.get_by_role("article").inner_text() == shown
    writer.page.evaluate(broken_storage.mend())
    writer.button(button).click()
    writer.expect_announced("loaded")
    assert "Written there" in writing.stored_texts(writer)


@pytest.mark.full
def test_what_is_written_after_an_undone_loading_is_kept_where_there_was_no_review(
    person: Person, guide: Guide
) -> None:
    person.open_ready(copies.REVIEW)
    copies.load(person, full_copy(guide))
    copies.undo(person)
    person.page.get_by_label(words_review.NAME, exact=True).fill("Named")
    person.expect_saved()
    person.reload()
    expect(person.page.get_by_label(words_review.NAME, exact=True)).to_have_value("Named")


@pytest.mark.full
def test_what_is_written_over_the_latest_date_of_a_copy_can_be_read(
    person: Person, guide: Guide, question: Question
) -> None:
    latest = record("conclusion", question.id, "text", "Theirs", generated.LATEST)
    person.open_ready(copies.REVIEW)
    copies.load(person, copies.copy(guide, copies.review("x", latest)))
    person.open_ready(question.url)
    writing.conclusion(person).fill("Ours")
    person.expect_saved()
    person.reload()
    expect(writing.conclusion(person)).to_have_value("Ours")
    person.open_ready(copies.REVIEW)
    [saved] = json.loads(copies.download(person, words_review.SAVE))["reviews"]
    assert max(r["changedAt"] for r in saved["records"]) == generated.LATEST


@pytest.mark.full
def test_undo_leaves_alone_what_was_written_since(writer: Person, guide: Guide, question: Question) -> None:
    copies.load(writer, full_copy(guide), words_review.ADD)
    other = writer.page.context.new_page()
    other.goto(writer.home + question.url)
    other.get_by_role("textbox", name=words_review.MY_CONCLUSION).fill("Written since")
    copies.wait_for(writer, "conclusion", "text", "Written since")
    expect(writer.page.get_by_role("article")).to_contain_text("Written since")
    copies.undo(writer)
    assert "Written since" in writing.stored_texts(writer)
    expect(writer.page.get_by_role("article")).to_contain_text("Written since")


@pytest.mark.full
def test_undo_leaves_a_review_that_was_written_in_since(
    writer: Person, guide: Guide, question: Question
) -> None:
    copies.load(writer, full_copy(guide), words_review.KEEP)
    other = writer.another_tab().open_ready(question.url)
    writing.conclusion(other).fill("Written since")
    other.expect_saved()
    copies.undo(writer)
    writer.radio(words_review.OWN_ANSWERS).last.check()
    expect(writer.page.get_by_role("article")).to_contain_text("Written since")


@pytest.mark.full
def test_undo_also_brings_back_what_could_not_be_read(
    person: Person, guide: Guide, question: Question
) -> None:
    strange = record("answer", question.statements[0].id, "answer", "partly")
    copies.put(person, copies.review("r1", strange))
    before = copies.dump(person)
    copies.load(person, full_copy(guide), words_review.ADD)
    copies.undo(person)
    assert copies.dump(person) == before


@pytest.mark.full
def test_loading_twice_changes_nothing_more(writer: Person, guide: Guide) -> None:
    copies.load(writer, full_copy(guide), words_review.KEEP)
    before = copies.contents(writer)
    copies.load(writer, full_copy(guide), words_review.KEEP)
    assert copies.contents(writer) == before


@pytest.mark.full
def test_a_later_answer_stands_when_the_clock_was_set_back(
    new_person: NewPerson, guide: Guide, question: Question
) -> None:
    person = new_person("const now = Date.now; Date.now = () => now() - 864e5 * 30;").open_ready(
        copies.REVIEW
    )
    copies.load(person, full_copy(guide), words_review.KEEP)
    person.open_ready(question.url)
    expect_ticked(person.box(question.statements[0]), True)
    person.box(question.statements[0]).uncheck()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(question.statements[0]), False)


@pytest.mark.full
def test_a_copy_saved_here_is_the_same_when_loaded_and_saved_elsewhere(
    new_person: NewPerson, guide: Guide, question: Question
) -> None:
    here, there = new_person(), new_person()
    here.open_ready(question.url)
    here.tick(question.statements[0])
    here.box(question.statements[0]).uncheck()
    writing.open_evidence(here, question.statements[1]).fill("Seen: \u202eab 👩🏽‍⚕️\n<b>")
    writing.add_action(here, "=SUM(A1)", "Chair", "2027-01-01")
    here.pick(words.BOARD)
    here.tick(question.statements[2])
    here.open_ready(copies.REVIEW)
    saved = copies.download(here, words_review.SAVE_ALL)
    assert len(json.loads(saved)["reviews"]) == 2
    there.open_ready(copies.REVIEW)
    copies.load(there, saved)
    assert copies.download(there, words_review.SAVE_ALL) == saved


@pytest.mark.full
def test_loading_where_nothing_is_kept_asks_before_leaving(new_person: NewPerson, guide: Guide) -> None:
    person = new_person(broken_storage.THROWS).open_ready(copies.REVIEW)
    copies.load(person, full_copy(guide))
    assert person.page.evaluate("typeof window.onbeforeunload") == "function"

"""Members' codes and saved copies brought together by a facilitator, as counts and without names."""

import re
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Route, expect

from tests.support import broken_storage, combining, copies, database, words, words_combine
from tests.support.combining import Member
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import NewPerson, Person, expect_ticked

NASTY = "<img src=x onerror='document.title = 1'><script>document.title = 1</script>"
DATABASES = "async () => (await indexedDB.databases()).length"


@pytest.fixture
def facilitator(person: Person) -> Person:
    return combining.open_board(person)


@pytest.fixture
def people(guide: Guide) -> list[Member]:
    return combining.members(guide, 12)


def test_opening_the_page_keeps_nothing(person: Person) -> None:
    person.open_ready(combining.PAGE)
    expect(combining.box(person)).to_be_visible()
    assert person.page.evaluate(DATABASES) == 0


def test_one_s_own_answers_stay_when_the_board_s_review_is_opened(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    person.tick(guide.statements[0])
    combining.open_board(person)
    combining.add(
        person, guide, [Member().about(guide.questions[0]), Member().about(guide.questions[0], True)]
    )
    person.open_ready("checklist/")
    expect_ticked(person.box(guide.statements[0]), True)


def test_codes_in_a_chat_are_found_and_counted(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    codes = combining.codes_of(facilitator, guide, people)
    lines = [
        f"[18:0{n % 10}] Member of the board: here it is, {code}. Thanks!" for n, code in enumerate(codes)
    ]
    shown = combining.look_for(facilitator, "Dear all,\n\n" + "\n".join(lines).lower())
    expect(shown).to_contain_text(facilitator.said("found", count=12))
    combining.confirm(facilitator, 12)
    combining.expect_people(facilitator, count=12, hands=0)
    assert combining.stored(facilitator) == combining.counts_of(guide, people)


@pytest.mark.full
def test_every_number_that_is_shown_is_the_one_that_was_counted(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    combining.add(facilitator, guide, people)
    expected = combining.counts_of(guide, people)
    for question in guide.questions[:3]:
        answered = sum(question.id in one.answered for one in people)
        part = combining.question_part(facilitator, question)
        expect(part).to_contain_text(facilitator.said("answered-by", count=answered))
        for statement in question.statements:
            assert combining.shown(facilitator, question, statement) == expected[statement.id]


@pytest.mark.full
def test_thirty_codes_at_once_and_one_by_one_give_the_same(facilitator: Person, guide: Guide) -> None:
    many = combining.members(guide, 30)
    for start in range(0, 30, 10):
        combining.add(facilitator, guide, many[start : start + 10])
    one_by_one = combining.stored(facilitator)
    assert one_by_one == combining.counts_of(guide, many)
    facilitator.button(words_combine.AGAIN).click()
    facilitator.button(words_combine.AGAIN_YES).click()
    facilitator.expect_announced("counts-removed")
    combining.add(facilitator, guide, many[::-1])
    assert combining.stored(facilitator) == one_by_one


@pytest.mark.full
def test_no_code_is_kept_only_a_short_hash_of_each(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    codes = combining.add(facilitator, guide, people)
    [hashes] = combining.stored(facilitator, "codes").values()
    assert len(hashes) == len(codes)
    assert all(re.fullmatch("[0-9a-f]{6}", each) for each in hashes)
    kept = str(database.read(facilitator.page)).upper()
    assert not [code for code in codes if code in kept or code.replace("-", "") in kept]


@pytest.mark.full
def test_looking_changes_nothing_and_doing_nothing_neither(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    combining.look_for(facilitator, combining.codes_of(facilitator, guide, people)[0])
    assert combining.stored(facilitator) == {}
    facilitator.button(words_combine.NOTHING).click()
    expect(combining.preview(facilitator)).to_be_hidden()
    expect(combining.box(facilitator)).to_be_focused()
    assert combining.stored(facilitator) == {}


@pytest.mark.full
@pytest.mark.parametrize(("choice", "count"), [(words_combine.SAME, 2), (words_combine.OTHER, 3)])
def test_the_same_code_again_is_asked_about(
    facilitator: Person, guide: Guide, people: list[Member], choice: str, count: int
) -> None:
    first, *_ = combining.add(facilitator, guide, people[:2])
    shown = combining.look_for(facilitator, f"And again: {first}")
    expect(shown).to_contain_text(first)
    expect(facilitator.radio(words_combine.SAME)).to_be_checked()
    facilitator.pick(choice)
    combining.expect_people(facilitator, count=2, hands=0)
    facilitator.button(words_combine.ADD).click()
    combining.expect_people(facilitator, count=count, hands=0)
    expected = combining.counts_of(guide, [*people[:2], *people[: count - 2]])
    facilitator.expect_saved()
    assert combining.stored(facilitator) == expected


COUNT_TRANSACTIONS = """() => {
    const start = IDBDatabase.prototype.transaction;
    window.written = 0;
    IDBDatabase.prototype.transaction = function (stores, mode, ...more) {
        if (mode === "readwrite") window.written += 1;
        return start.call(this, stores, mode, ...more);
    };
}"""


def test_the_answers_of_an_old_code_give_way_to_those_of_the_new_one_in_one_transaction(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    old, new = people[:2]
    combining.add(facilitator, guide, [old, people[2]])
    before = combining.stored(facilitator, "codes")
    codes = combining.codes_of(facilitator, guide, [old, new])
    text = "/".join(codes)
    shown = combining.look_for(facilitator, f"My answers have changed: {text}")
    expect(shown).to_contain_text(facilitator.said("found-replacing", count=1))
    expect(shown).to_contain_text(facilitator.said("replacing", text=codes[1]))
    facilitator.page.evaluate(COUNT_TRANSACTIONS)
    facilitator.button(words_combine.ADD).click()
    facilitator.expect_announced("added-replacing", count=1, replaced=1)
    facilitator.expect_saved()
    combining.expect_counted(facilitator, guide, [people[2], new])
    assert facilitator.page.evaluate("window.written") == 1
    facilitator.button(words.UNDO).click()
    combining.expect_counted(facilitator, guide, [old, people[2]])
    assert combining.stored(facilitator, "codes") == before


@pytest.mark.full
def test_a_code_that_stands_twice_in_one_text_is_asked_about(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    one, other = combining.codes_of(facilitator, guide, people[:2])
    shown = combining.look_for(facilitator, f"{one}\n\n> {one}\n\n{other}")
    expect(shown.get_by_role("group")).to_have_count(1)
    expect(shown).to_contain_text(facilitator.said("alike-twice", text=one))
    expect(shown).to_contain_text(facilitator.said("found", count=2))
    combining.confirm(facilitator, 2)


@pytest.mark.full
def test_a_mistyped_code_is_shown_with_what_is_wrong_and_the_others_count(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    good, bad = combining.codes_of(facilitator, guide, people[:2])
    wrong = bad[:-1] + ("A" if bad[-1] != "A" else "B")
    shown = combining.look_for(facilitator, f"{good}\n\nFrom the chair of a committee:\n\n{wrong}")
    expect(shown).to_contain_text(facilitator.said("problem-mistyped", text=wrong))
    expect(shown).to_contain_text(facilitator.said("line-before", before="From the chair of a committee:"))
    combining.confirm(facilitator, 1)
    assert combining.stored(facilitator) == combining.counts_of(guide, people[:1])
    expect(combining.box(facilitator)).to_have_value(wrong)


def test_a_code_without_an_answered_question_is_said_to_have_nothing_to_count(
    facilitator: Person, guide: Guide
) -> None:
    [code] = combining.codes_of(facilitator, guide, [Member({guide.statements[0].id: True})])
    shown = combining.look_for(facilitator, code)
    expect(shown).to_contain_text(facilitator.said("problem-unanswered", text=code))
    expect(shown.get_by_role("heading", name=words_combine.NOTHING_TO_ADD, exact=True)).to_be_visible()
    expect(facilitator.button(words_combine.ADD)).to_be_hidden()


@pytest.mark.full
def test_a_text_without_a_code_says_so(facilitator: Person) -> None:
    text = "Thank you all, see you in room 2026 at 10 o'clock."
    box = combining.box(facilitator)
    box.fill(text)
    facilitator.button(words_combine.LOOK).click()
    facilitator.expect_error(box, "nothing-found")
    expect(box).to_be_focused()
    expect(box).to_have_value(text)
    expect(combining.preview(facilitator)).to_be_hidden()


def test_nothing_pasted_is_said_above_the_field_until_there_is_a_code(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    facilitator.button(words_combine.LOOK).click()
    box = facilitator.page.get_by_label(words_combine.CODES, exact=True)
    facilitator.expect_error(box, "nothing-pasted")
    expect(box).to_be_focused()
    combining.look_for(facilitator, combining.codes_of(facilitator, guide, people[:1])[0])
    expect(box).not_to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("^Paste or type as many"))


@pytest.mark.full
def test_hostile_text_is_shown_as_text(facilitator: Person, guide: Guide, people: list[Member]) -> None:
    [code] = combining.codes_of(facilitator, guide, people[:1])
    half = code[: len(code) // 2]
    combining.look_for(
        facilitator, f"{NASTY} {code[:-1]}{NASTY}\n{half}\u202e{half}\0 \ud83d __proto__ {code}"
    )
    assert facilitator.page.title() != "1"
    expect(facilitator.page.locator("main :is(img, script)")).to_have_count(0)
    combining.confirm(facilitator, 1)


@pytest.mark.full
@pytest.mark.parametrize("start", ["#code=", "#code%3D", "#%2523code%253D", "?at=%23code%3D"])
def test_a_link_leaves_the_address_bar_at_once_and_asks_first(
    person: Person, guide: Guide, people: list[Member], start: str
) -> None:
    combining.open_board(person)
    [code] = combining.codes_of(person, guide, people[:1])
    person.open_ready("checklist/")
    person.open_ready(f"{combining.PAGE}{start}{code}")
    expect(combining.preview(person)).to_contain_text(person.said("found", count=1))
    expect(person.page).not_to_have_url(re.compile(code))
    assert combining.stored(person) == {}
    combining.confirm(person, 1)
    person.reload()
    expect(combining.preview(person)).to_be_hidden()
    combining.expect_people(person, count=1)


@pytest.mark.full
def test_a_link_keeps_nothing_until_it_is_confirmed(
    person: Person, guide: Guide, people: list[Member]
) -> None:
    person.open_ready(combining.PAGE)
    [code] = combining.codes_of(person, guide, people[:1])
    person.page.evaluate("(code) => { location.hash = `code=${code}`; }", code)
    expect(combining.preview(person)).to_be_visible()
    assert code not in person.page.url
    assert person.page.evaluate(DATABASES) == 0
    combining.confirm(person, 1)


def publish(person: Person, *records: dict[str, Any]) -> None:
    """Serve other editions than the site has."""
    published = {f"{each['edition']}.json": each for each in records}
    index = [{key: each[key] for key in ("edition", "fingerprint")} for each in records]

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        route.fulfill(json=index if name == "index.json" else published[name])

    person.page.route("**/editions/*.json", answer)


def earlier(guide: Guide, fingerprint: str = "2222") -> dict[str, Any]:
    """Return an edition in which the first question had a statement more, and lacked its last one."""
    questions = [{"id": q.id, "statements": [{"id": s.id} for s in q.statements]} for q in guide.questions]
    statements: list[dict[str, str]] = questions[0]["statements"]  # type: ignore[assignment]
    statements[-1] = {"id": "gone-since"}
    return {"edition": "2020-01", "fingerprint": fingerprint, "questions": questions}


def code_in(person: Person, edition: dict[str, Any], one: Member) -> str:
    function = """async ([home, edition, { answers, answered }]) => {
        const { encode } = await import(`${home}assets/js/codes/code.js`);
        const given = { answers: new Map(Object.entries(answers)), answered: new Set(answered) };
        return encode(edition, given);
    }"""
    given = {"answers": one.answers, "answered": one.answered}
    code: str = person.page.evaluate(function, [person.home, edition, given])
    return code


@pytest.mark.full
def test_a_code_of_another_edition_counts_for_the_statements_both_have(
    facilitator: Person, guide: Guide, question: Question
) -> None:
    edition = earlier(guide)
    publish(facilitator, edition)
    code = code_in(facilitator, edition, Member({"gone-since": True}).about(question, True))
    shown = combining.look_for(facilitator, code)
    said = facilitator.said("from-edition", text=code, edition=edition["edition"], count=1)
    expect(shown).to_contain_text(said)
    combining.confirm(facilitator, 1)
    asked = [statement.id for statement in question.statements[:-1]]
    assert set(combining.stored(facilitator)) == set(asked)
    assert combining.stored(facilitator)[asked[0]] == {"ticked": 1, "notTicked": 0, "unknown": 0}


@pytest.mark.full
def test_a_code_of_an_unknown_edition_or_guide_is_said_to_be_one(facilitator: Person, guide: Guide) -> None:
    publish(facilitator, earlier(guide))
    code = code_in(facilitator, earlier(guide, "3333"), Member().about(guide.questions[0], True))
    shown = combining.look_for(facilitator, code)
    expect(shown).to_contain_text(facilitator.said("problem-edition", text=code))
    expect(facilitator.button(words_combine.ADD)).to_be_hidden()


def own_copy(made_with: Guide, one: Member, /, **changes: Any) -> str:
    answers = [record("answer", id, "answer", answer) for id, answer in one.answers.items()]
    states = [record("conclusion", id, "state", "answered") for id in one.answered]
    note = record("answer", made_with.statements[0].id, "evidence", "A secret note")
    return copies.copy(made_with, copies.review("r1", *answers, *states, note), **changes)


def choose(person: Person, *files: tuple[str, str]) -> None:
    payloads = [FilePayload(name=n, mimeType="application/json", buffer=t.encode()) for n, t in files]
    person.page.get_by_label(words_combine.FILES, exact=True).set_input_files(payloads)


@pytest.mark.full
def test_saved_copies_give_their_answers_and_nothing_else(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    edition = facilitator.page.evaluate("document.documentElement.dataset.edition")
    files = [(f"{n}.json", own_copy(guide, one, edition=edition)) for n, one in enumerate(people[:3])]
    choose(facilitator, *files)
    expect(combining.preview(facilitator)).to_contain_text(facilitator.said("found", count=3))
    combining.confirm(facilitator, 3)
    assert combining.stored(facilitator) == combining.counts_of(guide, people[:3])
    assert "secret" not in str(database.read(facilitator.page))


@pytest.mark.full
def test_a_copy_and_a_code_of_the_same_answers_are_noticed(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    edition = facilitator.page.evaluate("document.documentElement.dataset.edition")
    combining.add(facilitator, guide, people[:1])
    choose(facilitator, ("copy.json", own_copy(guide, people[0], edition=edition)))
    expect(facilitator.radio(words_combine.SAME)).to_be_checked()
    expect(combining.preview(facilitator)).to_contain_text("copy.json")


@pytest.mark.full
def test_a_copy_that_cannot_be_counted_is_said_to_be_so(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    publish(facilitator, earlier(guide))
    board = copies.copy(guide, copies.review("r2", whose="board"))
    texts = {
        "unreadable": "{",
        "guide": own_copy(guide, people[0], guide="another"),
        "edition": own_copy(guide, people[0], edition="1999-01"),
        "board": board,
    }
    choose(facilitator, *[(f"{name}{NASTY}", text) for name, text in texts.items()])
    for name in texts:
        said = facilitator.said(f"problem-file-{name}", text=f"{name}{NASTY}")
        expect(combining.preview(facilitator)).to_contain_text(said)
    expect(facilitator.page.locator("main :is(img, script)")).to_have_count(0)
    expect(facilitator.button(words_combine.ADD)).to_be_hidden()


@pytest.mark.full
def test_a_copy_that_has_gone_since_it_was_chosen_is_said_to_be_unreadable(
    new_person: NewPerson, guide: Guide
) -> None:
    person = combining.open_board(new_person(broken_storage.FILE_GONE))
    choose(person, ("ann.json", own_copy(guide, Member().about(guide.questions[0], True))))
    expect(combining.preview(person)).to_contain_text(person.said("problem-file-unreadable", text="ann.json"))


@pytest.mark.full
def test_an_addition_can_be_undone_and_what_came_before_stays(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    combining.add(facilitator, guide, people[:5])
    combining.add(facilitator, guide, people[5:])
    expect(facilitator.button(words.UNDO)).to_be_focused()
    facilitator.button(words.UNDO).click()
    facilitator.expect_announced("added-undone")
    combining.expect_counted(facilitator, guide, people[:5])


@pytest.mark.full
def test_starting_again_asks_first_and_can_be_undone(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    combining.add(facilitator, guide, people)
    facilitator.button(words_combine.AGAIN).click()
    expect(facilitator.button(words_combine.AGAIN_NO)).to_be_focused()
    facilitator.button(words_combine.AGAIN_NO).click()
    combining.expect_people(facilitator, count=12, hands=0)
    facilitator.button(words_combine.AGAIN).click()
    facilitator.button(words_combine.AGAIN_YES).click()
    combining.expect_people(facilitator, "people-none")
    facilitator.button(words.UNDO).last.click()
    facilitator.expect_announced("counts-restored")
    combining.expect_counted(facilitator, guide, people)


@pytest.mark.full
def test_undo_adds_up_with_what_was_counted_since_starting_again(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    combining.add(facilitator, guide, people[:2])
    facilitator.button(words_combine.AGAIN).click()
    facilitator.button(words_combine.AGAIN_YES).click()
    facilitator.expect_announced("counts-removed")
    combining.add(facilitator, guide, people[2:5])
    removed = facilitator.announced.filter(has_text=facilitator.said("counts-removed"))
    removed.get_by_role("button", name=words.UNDO).click()
    facilitator.expect_announced("counts-restored")
    combining.expect_counted(facilitator, guide, people[:5])


@pytest.mark.full
def test_everything_is_there_after_a_reload_and_another_tab_follows(
    facilitator: Person, guide: Guide, people: list[Member]
) -> None:
    other = Person(facilitator.page.context.new_page(), facilitator)
    other.open_ready(combining.PAGE)
    combining.add(facilitator, guide, people)
    combining.expect_people(other, count=12, hands=0)
    question = guide.questions[0]
    statement = question.statements[0]
    expected = combining.counts_of(guide, people)[statement.id]
    assert combining.shown(other, question, statement) == expected
    facilitator.reload()
    combining.expect_people(facilitator, count=12, hands=0)
    assert combining.shown(facilitator, question, statement) == expected

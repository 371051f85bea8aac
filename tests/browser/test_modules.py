"""The pure modules, imported in a real browser from the built site."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.building import Build
from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import serving_apart

FEW, MANY = 300, 3000
VALUES: tuple[Any, ...] = (True, "unknown", None, "a", "b", "", "é", "zz", {"a": 1}, {"a": 2}, [1], [2])


class Run:
    """Runs a function of JavaScript with a module and a value."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def __call__(self, module: str, function: str, value: Any = None) -> Any:
        wrapped = f"async ([url, value]) => ({function})(await import(url), value)"
        return self.person.page.evaluate(wrapped, [f"{self.person.home}assets/js/{module}.js", value])


RunIn = Callable[..., Any]


@pytest.fixture(scope="module")
def run(browser: Browser, site: Build, guide: Guide) -> Iterator[Run]:
    """One page for all tests here: what is pure leaves nothing behind."""
    with serving_apart(site.folder, guide.folder) as server:
        context = browser.new_context()
        yield Run(Person(context.new_page(), server).open_ready("checklist/"))
        context.close()


def generated(count: int) -> list[list[dict[str, Any]]]:
    """Make up triples of records of one field; many share a date or a value."""
    chance = random.Random(20261122)
    same = {"review": "r", "kind": "set-aside", "id": "i", "field": "record"}
    return [
        [same | {"value": chance.choice(VALUES), "changedAt": chance.randint(1, 4)} for _ in range(3)]
        for _ in range(count)
    ]


LAWS = {
    "commutative": "(l, [a, b]) => [l(a, b), l(b, a)]",
    "associative": "(l, [a, b, c]) => [l(l(a, b), c), l(a, l(b, c))]",
    "idempotent": "(l, [a]) => [l(a, a), a]",
    "choosing one of the two": "(l, [a, b]) => [[a, b].includes(l(a, b)), true]",
    "keeping the later": "(l, [a, b]) => [l(a, b).changedAt, Math.max(a.changedAt, b.changedAt)]",
}
BROKEN = """({ laterOf }, triples) => triples.filter((triple) => {
    const [left, right] = (%s)(laterOf, triple);
    return JSON.stringify(left) !== JSON.stringify(right);
})"""


@pytest.mark.parametrize("law", list(LAWS))
def test_merging_is(run: Run, law: str) -> None:
    assert run("store/record", BROKEN % LAWS[law], generated(FEW)) == []


@pytest.mark.long
@pytest.mark.parametrize("law", list(LAWS))
def test_merging_many_is(run: Run, law: str) -> None:
    assert run("store/record", BROKEN % LAWS[law], generated(MANY)) == []


GOOD = """{ review: "r", kind: "answer", id: "s", field: "answer", value: true, changedAt: 1 }"""
READABLE = [
    {},
    {"value": "unknown"},
    {"value": None},
    {"field": "wording", "value": "words"},
    {"kind": "conclusion", "field": "state", "value": "answered"},
    {"kind": "conclusion", "field": "state", "value": "discussed"},
    {"kind": "review", "id": "", "field": "whose", "value": "board"},
    {"review": "", "kind": "device", "id": "", "field": "mine", "value": "r"},
]
UNREADABLE = [
    "{ ...good, kind: '__proto__' }",
    "{ ...good, kind: 'constructor' }",
    "{ ...good, kind: 'hasOwnProperty' }",
    "{ ...good, kind: 'constructor', field: 'name' }",
    "{ ...good, kind: 'another' }",
    "{ ...good, field: '__proto__' }",
    "{ ...good, field: 'constructor' }",
    "{ ...good, field: 'toString' }",
    "{ ...good, field: 'another' }",
    "{ ...good, kind: ['answer'] }",
    "{ ...good, field: ['answer'] }",
    "{ ...good, review: 1 }",
    "{ ...good, id: null }",
    "{ ...good, id: ['s'] }",
    "{ ...good, value: false }",
    "{ ...good, value: 'true' }",
    "{ ...good, value: 1 }",
    "{ ...good, value: undefined }",
    "{ ...good, value: [true] }",
    "{ ...good, field: 'wording', value: 5 }",
    "{ ...good, kind: 'conclusion', field: 'state', value: 'done' }",
    "{ ...good, kind: 'review', field: 'whose', value: 'theirs' }",
    "{ ...good, changedAt: '2026-11-22' }",
    "{ ...good, changedAt: NaN }",
    "{ ...good, changedAt: Infinity }",
    "{ ...good, changedAt: 1.5 }",
    "{ ...good, changedAt: undefined }",
    "{ ...good, changedAt: 2 ** 53 }",
    "null",
    "undefined",
    "'answer'",
    "5",
    "[]",
    "{}",
]


def test_what_the_site_writes_is_readable(run: Run) -> None:
    function = "({ isReadable }, changes) => changes.filter((change) => !isReadable({ ...%s, ...change }))"
    assert run("store/record", function % GOOD, READABLE) == []


@pytest.mark.parametrize("record", UNREADABLE)
def test_is_unreadable(run: Run, record: str) -> None:
    function = "({ isReadable }) => { const good = %s; return isReadable(%s); }"
    assert run("store/record", function % (GOOD, record)) is False


@pytest.mark.parametrize(
    ("wording", "text", "reworded"),
    [
        ("We have a plan", "We have a plan", False),
        ("We have a plan", "  we have,  a PLAN. ", False),
        ("Patients\u2019 records", "Patients' records", False),
        ("We have a plan", "We have no plan", True),
        ("In the last 3 months", "In the last 6 months", True),
        ("We spend over £5", "We spend over $5", True),
        ("", "We have a plan", True),
        ("Ask the caf\u00e9", "Ask the cafe\u0301", False),
    ],
)
def test_rewording(run: Run, wording: str, text: str, reworded: bool) -> None:
    assert run("store/review", "({ isReworded }, [a, b]) => isReworded(a, b)", [wording, text]) is reworded


TOTALS = """({ totalsOf }, fields) => totalsOf(
    (...field) => fields[field.join(" ")] ?? null,
    [["a", "a1", "a2"], ["b", "b1"], ["c", "c1"]].map(([id, ...statements]) =>
        ({ id, statements: statements.map((one) => ({ id: one })) })),
)"""


def totals(done: int, ticked: int, unknown: int) -> dict[str, Any]:
    return {"count": 3, "done": done, "ticked": ticked, "unknown": unknown}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, totals(0, 0, 0)),
        ({"answer a1 answer": True, "answer b1 answer": "unknown"}, totals(0, 1, 1)),
        ({"conclusion a state": "answered"}, totals(1, 0, 0)),
        ({"conclusion b state": "discussed"}, totals(1, 0, 0)),
        ({f"conclusion {q} state": "answered" for q in "abc"}, totals(3, 0, 0)),
        ({"answer elsewhere answer": True}, totals(0, 0, 0)),
    ],
    ids=["nothing", "ticked", "first done", "second done", "all done", "a statement that is gone"],
)
def test_totals(run: Run, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert run("report/progress", TOTALS, fields) == expected


FINISH = TOTALS.replace("totalsOf", "finishOf")
RESUME = TOTALS.replace("totalsOf", "resumePlace")


def marked(*questions: str) -> dict[str, Any]:
    return {f"conclusion {question} state": "answered" for question in questions}


def ticked(*statements: str) -> dict[str, Any]:
    return {f"answer {statement} answer": True for statement in statements}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 0),
        (ticked("a1"), 0),
        (marked("a"), 1),
        (marked("a") | ticked("b1"), 1),
        (ticked("a1", "b1"), 1),
        (marked("a", "c") | ticked("b1"), 1),
        (marked("a") | ticked("b1", "c1"), 2),
        (marked("a", "b", "c"), -1),
    ],
)
def test_who_comes_back_goes_on_where_they_stopped(run: Run, fields: dict[str, Any], expected: int) -> None:
    assert run("report/progress", RESUME, fields) == expected


@pytest.mark.parametrize(
    ("fields", "left", "answered"),
    [
        ({}, "abc", False),
        (ticked("a1", "b1"), "abc", False),
        (ticked("a1", "b1", "c1"), "abc", True),
        (marked("a", "b"), "c", False),
        (marked("a", "b") | {"answer c1 answer": "unknown"}, "c", True),
        (marked("a", "b", "c"), "", True),
    ],
)
def test_the_finish_says_what_is_left_and_whether_that_has_answers(
    run: Run, fields: dict[str, Any], left: str, answered: bool
) -> None:
    found = run("report/progress", FINISH, fields)
    assert "".join(question["id"] for question in found["left"]) == left
    assert (found["isAnswered"], found["isBegun"]) == (answered, fields != {})


def test_the_questions_in_a_page_are_what_its_page_data_says(run: Run, guide: Guide) -> None:
    found = run("page/questions", "({ questionsIn }) => questionsIn(document)")
    assert found == [
        {"id": q.id, "statements": [{"id": s.id} for s in q.statements]} for q in guide.questions
    ]


def test_a_message_shows_its_values_as_text(run: Run, question: Question) -> None:
    function = """({ message }, wording) => {
        const place = document.createElement("div");
        place.append(message("reworded", { wording }));
        return [place.textContent.includes(wording), place.querySelectorAll("b, script").length];
    }"""
    assert run("page/messages", function, "<b>bold</b><script>alert(1)</script>") == [True, 0]


def test_a_message_of_one_and_of_many_are_chosen_by_the_count(run: Run) -> None:
    one, many = run("page/messages", "(m) => [1, 2].map((count) => m.messageText('unreadable', { count }))")
    assert one.replace("1", "2") != many


@pytest.fixture
def run_in(run: Run) -> RunIn:
    """Return a function that runs one of JavaScript with a module of the folder page, in another language."""

    def run_in(language: str, module: str, function: str, value: Any = None) -> Any:
        place = "document.documentElement"
        wrapped = f"""async (_, [root, lang, value]) => {{
            const before = {place}.lang;
            {place}.lang = lang;
            const module = await import(`${{root}}assets/js/page/{module}.js?${{lang}}`);
            const result = ({function})(module, value);
            {place}.lang = before;
            return result;
        }}"""
        return run("page/dates", wrapped, [run.person.home, language, value])

    return run_in


def test_plural_forms_are_those_of_the_language(run_in: RunIn) -> None:
    function = """({ messageText }, counts) => counts.map((count) => {
        for (const form of ["zero", "one", "two", "few", "many", "other"]) {
            const template = document.createElement("template");
            template.id = `message-made-up-${form}`;
            template.content.append(form);
            document.body.append(template);
        }
        const text = messageText("made-up", { count });
        for (const template of document.querySelectorAll("[id^=message-made-up]")) template.remove();
        return text;
    })"""
    welsh = ["zero", "one", "two", "few", "many", "other"]
    assert run_in("cy", "messages", function, [0, 1, 2, 3, 6, 4]) == welsh
    assert run_in("en", "messages", function, [0, 1, 2]) == ["other", "one", "other"]


def test_dates_and_times_are_those_of_the_language(run_in: RunIn) -> None:
    function = "(m) => [m.clockTime(new Date(2026, 1, 1, 17, 30)), m.dateText('2026-11-22')]"
    assert run_in("en", "dates", function) == ["5:30pm", "22 November 2026"]
    assert run_in("de", "dates", function) == ["17:30", "22. November 2026"]


def test_numbers_are_those_of_the_language(run_in: RunIn) -> None:
    function = "({ messageText }) => messageText('unreadable', { count: 1234 })"
    assert "1,234" in run_in("en", "messages", function)
    assert "1.234" in run_in("de", "messages", function)


@pytest.mark.parametrize("language", ["en_GB", "", "no such language"])
def test_a_language_that_the_browser_does_not_know_stops_nothing(run_in: RunIn, language: str) -> None:
    function = "(m) => [m.clockTime(new Date(2026, 1, 1, 17, 30)), m.dateText('2026-11-22')]"
    time, day = run_in(language, "dates", function)
    assert "30" in time
    assert "2026" in day
    assert run_in(language, "messages", "({ messageText }) => messageText('unreadable', { count: 2 })")


def test_the_time_of_day_is_written_as_the_nhs_does(run: Run) -> None:
    function = "({ clockTime }, times) => times.map(([h, m]) => clockTime(new Date(2026, 1, 1, h, m)))"
    assert run("page/dates", function, [[9, 5], [17, 30], [0, 0]]) == ["9:05am", "5:30pm", "12:00am"]


def test_a_message_that_is_not_on_the_page_is_named(run: Run) -> None:
    told = run(
        "page/messages", "({ message }) => { try { message('nowhere'); } catch (e) { return e.message } }"
    )
    assert told == 'expected <template id="message-nowhere"> on this page, got none'


RULES = """(sheets) => sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map(({ cssText }) => cssText);
})"""


def test_a_style_sheet_says_the_same_without_its_comments(run: Run, site: Build) -> None:
    written = sorted((site.project / "docs/assets/css").glob("*.css"))
    published = [site.folder / "assets/css" / sheet.name for sheet in written]
    assert written
    as_written, as_published = (
        run.person.page.evaluate(RULES, [sheet.read_text("utf-8") for sheet in sheets])
        for sheets in (written, published)
    )
    assert as_published == as_written

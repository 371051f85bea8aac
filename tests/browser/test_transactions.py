"""What a transaction writes, sets aside and undoes: no text is lost, whoever wrote in between."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server

# Steps over one review that is there already, each [name, ...values]. Returns what it holds in the end.
STEPS = """async ({ Shelf, Transaction, Reversal, Records, isWhose, fingerprint }, steps) => {
    const shelf = new Shelf();
    const of = (kind, id, field) => ({ review: "r", kind, id, field });
    const text = of("conclusion", "q", "text");
    const counts = of("combined", "s", "counts");
    const textOf = (value, changedAt, seen = "") =>
        ({ ...text, value, changedAt, seen: fingerprint(seen) });
    const run = async (writes, options) => {
        const transaction = new Transaction(writes, options);
        await transaction.runIn(shelf);
        return transaction;
    };
    await run([{ record: { ...of("review", "", "whose"), value: "mine", changedAt: 1 } }]);
    let undo = [];
    const acts = {
        write: (...values) => run([{ record: textOf(...values) }]),
        load: async (...values) => {
            const writes = [{ record: textOf(...values) }];
            ({ replaced: undo } = await run(writes, { reason: "file" }));
        },
        whose: (value) => run([{ record: { ...of("review", "", "whose"), value, changedAt: 99 } }]),
        count: (ticked) => run([{ record: { ...counts, changedAt: 5 }, sign: 1,
            more: { ticked, notTicked: 0, unknown: 0 } }]),
        clear: async () => {
            const records = new Records();
            records.take(shelf.heads());
            const all = shelf.all("r").filter((record) => !isWhose(record));
            undo = records.change(all.map((record) => ({ ...record, value: null })));
            await run(records.begin());
        },
        forget: () => shelf.delete(text),
        undo: () => new Reversal(undo).runIn(shelf),
    };
    for (const [name, ...values] of steps) await acts[name](...values);
    const aside = shelf.all("r").filter((record) => record.kind === "set-aside" && record.value);
    return {
        text: shelf.get(text)?.value ?? null,
        counted: shelf.get(counts)?.value?.ticked ?? 0,
        whose: shelf.get(of("review", "", "whose"))?.value ?? null,
        aside: aside.map(({ value }) => value.record.value),
    };
}"""
MODULES = "store/record store/shelf store/transaction store/undoing store/memory store/review"


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def after(modules: Modules, *steps: Json) -> Json:
    return modules.run(MODULES, STEPS, list(steps))


def test_a_text_that_its_writer_saw_gives_way_silently(modules: Modules) -> None:
    found = after(modules, ["write", "one", 10], ["write", "two", 20, "one"])
    assert (found["text"], found["aside"]) == ("two", [])


@pytest.mark.parametrize("later", ["two", None])
def test_a_text_that_a_later_writer_had_not_seen_is_set_aside(modules: Modules, later: str | None) -> None:
    """A deletion, too: somebody cleared a copy of the review elsewhere."""
    found = after(modules, ["write", "one", 10], ["load", later, 20, "older"])
    assert (found["text"], found["aside"]) == (later, ["one"])


def test_a_deletion_by_somebody_who_had_read_the_text_sets_nothing_aside(modules: Modules) -> None:
    found = after(modules, ["write", "one", 10], ["load", None, 20, "one"])
    assert (found["text"], found["aside"]) == (None, [])


def test_an_earlier_text_that_comes_later_is_set_aside(modules: Modules) -> None:
    found = after(modules, ["write", "two", 20], ["write", "one", 10])
    assert (found["text"], found["aside"]) == ("two", ["one"])


def test_the_same_text_is_set_aside_once_however_often_a_copy_is_loaded(modules: Modules) -> None:
    again = ["load", "one", 10]
    assert after(modules, ["write", "two", 20], again, again, again)["aside"] == ["one"]


def test_undoing_puts_back_what_nobody_has_changed_since(modules: Modules) -> None:
    found = after(modules, ["write", "mine", 10], ["load", "theirs", 20], ["undo"])
    assert (found["text"], found["aside"]) == ("mine", [])


def test_undoing_leaves_what_was_changed_since_and_the_text_it_stands_for(modules: Modules) -> None:
    loaded = ["write", "mine", 10], ["load", "theirs", 20]
    found = after(modules, *loaded, ["write", "theirs, edited", 30, "theirs"], ["undo"])
    assert (found["text"], found["aside"]) == ("theirs, edited", ["mine"])


def test_undoing_a_clearing_keeps_the_text_beside_one_that_was_written_since(modules: Modules) -> None:
    since = ["write", "since", 4e14]
    found = after(modules, ["write", "before", 10], ["clear"], since, ["undo"])
    assert (found["text"], found["aside"]) == ("since", ["before"])


def test_undoing_a_clearing_brings_back_a_text_where_the_clearing_is_not_known(modules: Modules) -> None:
    """Another tab has deleted the review and brought back what it knew of it."""
    assert after(modules, ["write", "one", 10], ["clear"], ["forget"], ["undo"])["text"] == "one"


def test_undoing_a_clearing_is_later_than_it(modules: Modules) -> None:
    """A copy that holds the clearing can be loaded again: it takes nothing then."""
    found = after(modules, ["write", "before", 10], ["clear"], ["undo"], ["load", None, 20, "before"])
    assert (found["text"], found["aside"]) == ("before", [])


def test_undoing_a_clearing_adds_what_was_counted_since(modules: Modules) -> None:
    assert after(modules, ["count", 2], ["clear"], ["count", 3], ["undo"])["counted"] == 5


def test_two_who_count_in_one_moment_are_both_counted(modules: Modules) -> None:
    """Both of them knew of nobody before."""
    assert after(modules, ["count", 1], ["count", 1])["counted"] == 2


def test_whose_answers_a_review_holds_never_changes(modules: Modules) -> None:
    assert after(modules, ["whose", "board"])["whose"] == "mine"


BEGINNING = """async ({ Shelf, Transaction }) => {
    const shelf = new Shelf();
    const text = (review, value, changedAt) =>
        ({ record: { review, kind: "conclusion", id: "q", field: "text", value, changedAt, seen: 0 } });
    const write = async (review, value, changedAt) => {
        const drafts = new Map([[review, "mine"]]);
        const transaction = new Transaction([text(review, value, changedAt)], { drafts, edition: "e" });
        await transaction.runIn(shelf);
        return transaction;
    };
    await write("first", "one", 10);
    const { joined } = await write("second", "two", 20);
    const aside = shelf.all("first").filter(({ kind }) => kind === "set-aside");
    return {
        reviews: shelf.reviews.sort(), joined: [...joined], text: shelf.get(text("first").record).value,
        aside: aside.map(({ value }) => value.record.value),
    };
}"""
GONE = """async ({ Shelf, Transaction }) => {
    const shelf = new Shelf();
    const where = { review: "deleted", kind: "conclusion", id: "q", field: "text" };
    const record = { ...where, value: "one", changedAt: 1 };
    const transaction = new Transaction([{ record }]);
    await transaction.runIn(shelf);
    return { gone: [...transaction.gone], reviews: shelf.reviews };
}"""
TYPING = """({ Records, fingerprint }) => {
    const records = new Records();
    const where = { review: "r", kind: "conclusion", id: "q", field: "text" };
    records.take([{ ...where, value: "stored", changedAt: 10 }]);
    const type = (value) => records.change([{ ...where, value }]);
    const waiting = () =>
        records.unsaved.map(({ record: { value, seen } }) => [value, seen === fingerprint("stored")]);
    const found = [];
    type("a");
    type("ab");
    found.push(waiting());
    records.begin();
    type("abc");
    found.push(waiting().map(([value]) => value));
    records.failed();
    found.push(waiting());
    return found;
}"""


def test_two_tabs_begin_one_review(modules: Modules) -> None:
    found = modules.run("store/shelf store/transaction", BEGINNING)
    assert found == {
        "reviews": ["", "first"],
        "joined": [["second", "first"]],
        "text": "two",
        "aside": ["one"],
    }


def test_nothing_is_written_into_a_review_that_was_deleted(modules: Modules) -> None:
    assert modules.run("store/shelf store/transaction", GONE) == {"gone": ["deleted"], "reviews": []}


def test_typing_is_written_once_over_the_text_that_was_seen_at_first(modules: Modules) -> None:
    found = modules.run("store/record store/memory", TYPING)
    assert found == [[["ab", True]], ["ab", "abc"], [["abc", True]]]

"""Stores over one database: undoing loses nothing that was not written; a page that is left delays nobody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Modules
from tests.support.serving import Server

STORE = "store/store store/memory store/database"
FIELD = '{ kind: "answer", id: "s", field: "evidence" }'
FULL = """async ({ Store, Records, Database }) => {
    class Full extends Database {
        isFull = false;
        run(work, mode) {
            const error = new DOMException("", "QuotaExceededError");
            return this.isFull && mode !== "readonly" ? Promise.reject(error) : super.run(work, mode);
        }
    }
    const database = new Full("full");
    const store = new Store({ guide: "full", edition: "e" }, "mine", new Records(), database);
    await store.set([{ ...FIELD, value: "one" }]);
    database.isFull = true;
    const undo = store.setUndoably([{ ...FIELD, value: null }]);
    await undo();
    const shown = store.get("answer", "s", "evidence");
    database.isFull = false;
    await store.setDevice("place", 1);
    const [{ records }] = (await store.copyOfEverything()).reviews;
    const stored = records.find(({ kind }) => kind === "answer");
    return { shown, stored: stored.value, state: store.state.name };
}""".replace("FIELD", FIELD)
# No tab hears of another here, as where a message comes late.
DELETED = """async ({ Store, Records, Database }) => {
    globalThis.BroadcastChannel = undefined;
    const open = async () => {
        const store = new Store({ guide: "deaf", edition: "e" }, "mine", new Records(), new Database("deaf"));
        await store.opened;
        return store;
    };
    const first = await open();
    await first.set([{ ...FIELD, value: "one" }]);
    const second = await open();
    const bringBack = await first.remove([first.review]);
    const undo = second.setUndoably([{ ...FIELD, value: null }]);
    await second.set([{ ...FIELD, value: "two", over: "" }]);
    const { reason } = second.state;
    await bringBack();
    await undo();
    await second.set([]);
    const [{ records }] = (await second.copyOfEverything()).reviews;
    const aside = records.filter(({ kind, value }) => kind === "set-aside" && value);
    const text = second.get("answer", "s", "evidence");
    return { reason, text, aside: aside.map(({ value }) => value.record.value) };
}""".replace("FIELD", FIELD)

LATE = """async ({ Store, Records, Database }) => {
    class Late extends Database {
        isLate = true;
        open(mayCreate) {
            return this.isLate ? Promise.reject(new Error("late")) : super.open(mayCreate);
        }
    }
    const database = new Late("late");
    const store = new Store({ guide: "late", edition: "e" }, "mine", new Records(), database);
    await store.opened;
    const of = (kind, id, field, value) => ({ review: "r", kind, id, field, value, changedAt: 1 });
    const undo = await store.add([of("review", "", "whose", "mine"), of("answer", "s", "answer", true)]);
    const loaded = store.reviews().length;
    const said = [store.state.name];
    await undo();
    said.push(store.state.name);
    database.isLate = false;
    await store.setDevice("place", 1);
    return { loaded, left: (await store.copyOfEverything()).reviews, said: [...said, store.state.name] };
}"""
# The database has gone since something was loaded, and undoing that only takes away.
GONE = """async ({ Store, Records, Database }) => {
    class Gone extends Database {
        isGone = false;
        open(mayCreate) {
            return this.isGone ? Promise.reject(new Error("gone")) : super.open(mayCreate);
        }
        get isOpen() {
            return !this.isGone && super.isOpen;
        }
    }
    const database = new Gone("gone");
    const store = new Store({ guide: "gone", edition: "e" }, "mine", new Records(), database);
    await store.set([{ ...FIELD, value: "one" }]);
    const loaded = { ...FIELD, id: "t", value: "two", review: store.review, changedAt: 1 };
    const undo = await store.add([loaded]);
    database.isGone = true;
    await undo();
    return { text: store.get("answer", "t", "evidence"), said: store.state.name };
}""".replace("FIELD", FIELD)

# One page is left while its transaction asks for something, another page writes, and the first comes back.
LEFT = """async ({ Database, openDatabase }, mode) => {
    const database = new Database("left");
    database.belongTo({ opened() {} });
    await database.open();
    const done = [];
    let [begin, times] = [null, 0];
    const begun = new Promise((go) => (begin = go));
    const work = {
        async runIn(stored) {
            times++;
            for (let n = 0; n < 100; n++, begin()) await stored.has("r");
            done.push("first");
        },
    };
    const running = database.run(work, mode);
    await begun;
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    const other = (await openDatabase("left", true)).transaction("records", "readwrite");
    other.objectStore("records").clear();
    await new Promise((go) => (other.oncomplete = go));
    done.push("other");
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await running;
    return { done, times };
}"""


@pytest.fixture
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def test_a_clearing_that_could_not_be_stored_can_be_undone(modules: Modules) -> None:
    assert modules.run(STORE, FULL) == {"shown": "one", "stored": "one", "state": "kept"}


def test_undoing_a_clearing_keeps_a_text_that_another_tab_had_deleted_and_brought_back(
    modules: Modules,
) -> None:
    assert modules.run(STORE, DELETED) == {"reason": "deleted", "text": "two", "aside": ["one"]}


def test_a_loading_that_was_undone_before_it_could_be_stored_is_never_stored(modules: Modules) -> None:
    found = modules.run(STORE, LATE)
    assert found == {"loaded": 1, "left": [], "said": ["not-kept", "not-kept", "kept"]}


def test_an_undo_that_could_not_be_stored_is_not_said_to_be_saved(modules: Modules) -> None:
    assert modules.run(STORE, GONE) == {"text": None, "said": "not-kept"}


@pytest.mark.parametrize("mode", ["readonly", "readwrite"])
def test_a_page_that_is_left_holds_up_no_other_and_goes_on_when_it_comes_back(
    modules: Modules, mode: str
) -> None:
    """Safari freezes a page that is kept for the Back button with its transaction under way."""
    assert modules.run("store/database", LEFT, mode) == {"done": ["other", "first"], "times": 2}

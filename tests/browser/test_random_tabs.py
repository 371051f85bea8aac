"""Stores of 3 tabs, driven at random through loads, clearings, deletions, undos and Back, without a pause."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import engines, generated
from tests.support.building import Build
from tests.support.engines import Engine, wait_until
from tests.support.generated import Json, Modules
from tests.support.guide import Guide
from tests.support.serving import Server, serving

SEEDS = range(1, 51)
EACH = 40  # operations
# Everything that was typed or loaded has to be in the database in the end: in a field, or kept aside. What is
# cleared or deleted is brought back by its own undo.
RANDOM = """async ({ Store, Records, Database }, seed, count) => {
    const name = `random-${seed}`;
    let state = seed;
    const random = () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const pick = (list) => list[Math.floor(random() * list.length)];
    const fields = [["conclusion", "q", "text"], ["conclusion", "p", "text"], ["answer", "s", "evidence"]];
    const guide = { guide: name, edition: "e" };
    const tabs = ["mine", "mine", "board"].map((whose) => ({
        store: new Store(guide, whose, new Records(), new Database(name)), shown: new Map(), undo: [],
    }));
    await Promise.all(tabs.map(({ store }) => store.opened));
    const tokens = [];
    let made = 0;
    const problems = [];
    const running = [];
    const tokenOf = () => {
        tokens.push(`<${(made += 1)}>`);
        return tokens.at(-1);
    };
    const key = (field) => field.join(" ");
    const look = ({ store, shown }, field) =>
        shown.set(key(field), store.get(...field) ?? "");
    const type = (tab) => {
        const field = pick(fields);
        const hasCursor = random() < 0.3 && tab.shown.has(key(field)); // then the page leaves it as it is
        if (!hasCursor) look(tab, field);
        const over = tab.shown.get(key(field));
        const text = over + tokenOf();
        const [kind, id, name] = field;
        tab.store.set([{ kind, id, field: name, value: text, over }]);
        tab.shown.set(key(field), text);
    };
    const undo = async (tab) => {
        const act = tab.undo.pop();
        if (act) await act();
    };
    const wait = () => new Promise((go) => setTimeout(go, random() * 8));
    const turn = (type) => dispatchEvent(Object.assign(new Event(type), { persisted: true }));
    const acts = [
        ...Array(12).fill(type),
        ({ store }) =>
            store.set([{ kind: "answer", id: "s", field: "answer", value: pick([true, "unknown", null]) }]),
        async () => {
            turn("pagehide");
            await wait();
            turn("pageshow");
        },
        (tab) => {
            const written = tab.store
                .records()
                .filter(({ kind, value }) => kind !== "review" && value !== null)
                .map(({ kind, id, field }) => ({ kind, id, field, value: null }));
            tab.undo.push(tab.store.setUndoably(written));
        },
        async (tab) => {
            const [kind, id, field] = pick(fields);
            const at = Date.now() + pick([-1e7, -10, 0, 5, 1000]);
            const record = { review: tab.store.review, kind, id, field, value: tokenOf(), changedAt: at };
            if (!tab.store.isBegun) return tokens.pop();
            const forget = () => tokens.splice(tokens.indexOf(record.value), 1);
            const undone = await tab.store.add([record]).catch(() => null);
            if (!undone) return forget(); // the page says that nothing was loaded
            if (random() < 0.5) await undone().then(forget);
        },
        async (tab) => {
            if (!tab.store.isBegun) return;
            const { review } = tab.store;
            tab.undo.push(await tab.store.remove([review]));
            if (random() < 0.5) await undo(tab);
        },
        undo,
        undo,
    ];
    for (let n = 0; n < count; n += 1) {
        const act = Promise.resolve(pick(acts)(pick(tabs)));
        const done = act.catch((error) => problems.push(String(error.stack)));
        running.push(done);
        if (random() < 0.3) await done;
        if (random() < 0.3) await wait();
    }

    await Promise.all(running);
    for (const tab of tabs) while (tab.undo.length) await undo(tab);
    const isSettled = ({ store }) => store.state.name !== "saving" && store.state.name !== "opening";
    for (let n = 0; n < 400; n += 1) {
        for (const { store } of tabs) if (store.state.reason === "deleted") await store.restore();
        await wait();
        if (n > 40 && tabs.every(isSettled)) break;
    }
    const [{ store }] = tabs;
    const everything = JSON.stringify((await store.copyOfEverything()).reviews);
    return { lost: tokens.filter((token) => !everything.includes(token)), typed: tokens.length, problems,
        states: tabs.map(({ store: { state } }) => state.reason ?? state.name) };
}"""


STORE = "store/store store/memory store/database"
START = f"""window.found = null;
({generated.RUN % RANDOM})(arguments[0]).then((found) => (window.found = found));"""


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def lost(modules: Modules, seed: int) -> list[str]:
    return lost_in(modules.run(STORE, RANDOM, seed, EACH))


def lost_in(found: Json) -> list[str]:
    assert found["problems"] == []
    assert found["typed"] > 0
    texts: list[str] = found["lost"]
    return texts


def lost_with(engine: Engine, home: str, seed: int) -> list[str]:
    engine.run(START, [home, STORE.split(), json.dumps([seed, EACH])])
    wait_until(engine, "return window.found !== null")
    return lost_in(json.loads(engine.run("return window.found")))


def test_nothing_is_lost_in_3_tabs_at_random(modules: Modules) -> None:
    assert lost(modules, 1) == []


@pytest.mark.long
def test_nothing_is_lost_in_3_tabs_at_random_in_2000_operations(modules: Modules) -> None:
    assert {seed: found for seed in SEEDS if (found := lost(modules, seed))} == {}


@pytest.mark.long
@pytest.mark.parametrize("start", [engines.firefox, engines.webkit], ids=["Firefox", "WebKit"])
def test_nothing_is_lost_at_random_in_another_engine(
    start: Callable[[Path], AbstractContextManager[Engine]], site: Build, guide: Guide, tmp_path: Path
) -> None:
    with serving(site.folder, guide.folder) as server, start(tmp_path) as engine:
        engine.go(server.home)
        assert {seed: found for seed in SEEDS if (found := lost_with(engine, server.home, seed))} == {}

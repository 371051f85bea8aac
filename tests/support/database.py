"""What the browser holds, read and written behind the page's back."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from playwright.sync_api import Page

Record = dict[str, Any]

# The database is named by the guide. Where it is not there yet, the site's own module makes it.
OPEN = """const opened = async (version) => {
    const name = document.documentElement.dataset.guide;
    const main = document.querySelector("script[type=module]").src;
    const { openDatabase } = await import(main.replace("main.js", "store/database.js"));
    const isThere = (await indexedDB.databases()).some((database) => database.name === name);
    if (!isThere) (await openDatabase(name, true)).close();
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
};"""
READ = """async () => {%s
    const database = await opened();
    const records = await new Promise((resolve) => {
        const all = database.transaction("records").objectStore("records").getAll();
        all.onsuccess = () => resolve(all.result);
    });
    database.close();
    return records;
}"""
WRITE = """async (records) => {%s
    const database = await opened();
    await new Promise((resolve, reject) => {
        const transaction = database.transaction("records", "readwrite");
        for (const record of records) transaction.objectStore("records").put(record);
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    database.close();
}"""
RAISE = "async (version) => {%s (await opened(version)).close(); }"


def read(page: Page) -> list[Record]:
    records: list[Record] = page.evaluate(READ % OPEN)
    return records


def write(page: Page, *records: Record) -> None:
    page.evaluate(WRITE % OPEN, list(records))


def raise_version(page: Page, version: int) -> None:
    """Open the database as a newer version of the site would."""
    page.evaluate(RAISE % OPEN, version)


def wait_until(page: Page, holds: Callable[[list[Record]], bool], seconds: float = 10) -> list[Record]:
    """Read until the database holds something. Where the page says so itself, wait for that instead."""
    end = monotonic() + seconds
    records = read(page)
    while not holds(records):
        assert monotonic() < end, f"the database never came to hold it: {records}"
        records = read(page)
    return records


def find(records: list[Record], kind: str, id: str, field: str) -> Record:
    found = [r for r in records if (r["kind"], r["id"], r["field"]) == (kind, id, field)]
    assert len(found) == 1, f"expected one {kind} {id} {field}, got {found}"
    return found[0]


def answers(records: list[Record]) -> dict[tuple[str, ...], Any]:
    """Return what is answered and concluded, without when."""
    kinds = ("answer", "conclusion")
    return {
        (r["review"], r["kind"], r["id"], r["field"]): r["value"]
        for r in records
        if r["kind"] in kinds and r["value"] is not None
    }

"""The site's pure modules, run in the browser, and reviews made up for them: the same for the same seed."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from playwright.sync_api import Browser, Page

from tests.support.serving import Server
from tests.support.watching import Watch

Json = Any
FORMAT = "digital-questions-for-boards/review"
TRAVELLING = ("review", "answer", "conclusion", "action", "combined")
LATEST = 253402300799999  # milliseconds since 1970: the end of the year 9999

# What goes in and comes out is JSON text, which carries half a surrogate pair where a plain text would not.
RUN = """async ([home, names, given]) => {
    const modules = await Promise.all(names.map((name) => import(`${home}assets/js/${name}.js`)));
    const result = await (%s)(Object.assign({}, ...modules), ...JSON.parse(given));
    return JSON.stringify(result ?? null);
}"""

TEXTS = [
    "",
    " ",
    "We saw a nurse sign in 14 times",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '{"kind": "answer"}',
    "=1+1",
    " \t@SUM(A1)",
    "-12",
    "one\ntwo\r\nthree\rfour",
    'said "no", twice; and\\or',
    "שלום \u202eabc\u202c العربية",
    "👩🏽‍⚕️ é e\u0301 ﷽",
    "\ud800 alone",
    "alone \udfff",
    "\u2028\u2029\u0085\u0000\u001f",
    "__proto__",
    "x" * 3000,
]
IDS = [
    "users-a",
    "users-b",
    "money-a",
    "users",
    "money",
    "",
    "__proto__",
    "constructor",
    "toString",
    "a\nb",
    '"',
    "\ud834",
    "é",
]
DAYS = ["2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]
NO_DAYS = [
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "0000-01-01",
    "2026-1-1",
    "22/11/2026",
]
NO_DAYS += ["2026-11-22\n", "2026-11-22T00:00:00Z", "٢٠٢٦-11-22", "-2026-11-22"]
STRANGE: list[Json] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    1.5,
    1e300,
    "",
    "unknown",
    [],
    {},
    [1],
    {"a": 1},
    ["a"],
    *NO_DAYS,
]
STRANGE += [
    {"valueOf": 1, "toString": 1},
    {"toJSON": 1},
    {"length": 9},
    {"__proto__": []},
    2**53,
    2**53 - 1,
    LATEST + 1,
]
STRANGE += [
    {"ticked": 1, "notTicked": 2},
    {"ticked": -1, "notTicked": 0, "unknown": 0},
    "answer",
    "review",
    "device",
]


class Modules:
    """Runs functions of the site's own modules, on a page of the site."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        page.goto(home)

    def run(self, names: str, function: str, *given: Json) -> Json:
        """Call a JavaScript function with everything the modules export, and what is given."""
        result: str = self.page.evaluate(RUN % function, [self.home, names.split(), json.dumps(given)])
        return json.loads(result)


@contextmanager
def modules_of(server: Server, browser: Browser) -> Iterator[Modules]:
    """Give the modules on one page for many tests: they hold nothing between calls."""
    watch = Watch(server.origin)
    context = browser.new_context()
    watch.add(context)
    yield Modules(context.new_page(), server.home)
    context.close()
    assert watch.unexpected() == []


def text(rng: random.Random) -> str:
    return (
        rng.choice(TEXTS)
        if rng.random() < 0.8
        else "".join(rng.choices("ab ,;\"'\n=é😀\u200b", k=rng.randint(0, 200)))
    )


def counts(rng: random.Random) -> Json:
    keys = rng.sample(["ticked", "notTicked", "unknown"], 3)
    return {key: rng.choice([0, 1, 12, 2**53 - 1]) for key in keys}


def value(rng: random.Random, field: str) -> Json:
    """Return a value that the field can have."""
    choices: dict[str, Json] = {
        "whose": ["mine", "board"],
        "heldOn": DAYS,
        "reviewAgainOn": DAYS,
        "dueOn": DAYS,
        "answer": [True, "unknown"],
        "state": ["answered", "discussed"],
        "parked": [True],
        "done": [True],
    }
    if rng.random() < 0.15:
        return None
    if field in ("counts", "hands"):
        return counts(rng)
    if field == "expected":
        return rng.choice([0, 12, 2**53 - 1])
    if field in ("codes", "picked"):
        return [text(rng) for _ in range(rng.randint(0, 3))]
    return rng.choice(choices[field]) if field in choices else text(rng)


FIELDS = {
    "review": [
        *("whose", "name", "organisation", "present", "aim", "picked", "expected"),
        *("heldOn", "edition", "reviewAgainOn"),
    ],
    "answer": ["answer", "evidence", "wording"],
    "conclusion": ["state", "text", "parked", "wording"],
    "action": ["question", "what", "owner", "dueOn", "done"],
    "combined": ["counts", "hands", "codes"],
}


def record(rng: random.Random) -> dict[str, Json]:
    kind = rng.choice(TRAVELLING)
    field = rng.choice(FIELDS[kind])
    moment = rng.choice([0, 1, 1795000000000, 1795000000001, LATEST, rng.randint(0, LATEST)])
    id = "" if kind == "review" else rng.choice(IDS)
    made = {"kind": kind, "id": id, "field": field, "value": value(rng, field), "changedAt": moment}
    return made | ({"seen": rng.choice([0, 1, LATEST])} if rng.random() < 0.3 else {})


def records(rng: random.Random, most: int = 25) -> list[dict[str, Json]]:
    """Return records of one review, some of the same field."""
    return [record(rng) for _ in range(rng.randint(0, most))]


def copy(rng: random.Random) -> dict[str, Json]:
    """Return what is handed over for a saved copy."""
    ids = rng.sample(["r1", "r2", "__proto__", "\ud800", "é", "\uffff", "😀"], rng.randint(0, 3))
    reviews = [{"id": id, "records": records(rng)} for id in ids]
    return {"guide": rng.choice(["guide", text(rng)]), "edition": "2026-11", "reviews": reviews}


def file(rng: random.Random) -> dict[str, Json]:
    return {"format": FORMAT, "version": 1, **copy(rng)}


def broken(rng: random.Random) -> Json:
    """Return a file in which up to 3 places hold something else, lack something or have something more."""
    made = file(rng)
    for _ in range(rng.randint(0, 3)):
        holder, key = _place(rng, made)
        strange = deepcopy(rng.choice(STRANGE))
        change = rng.random()
        if change < 0.5:
            holder[key] = strange
        elif change < 0.75:
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(key, strange)
        else:
            holder[rng.choice(["note", "__proto__", "constructor", "id"])] = strange
        if not made:
            break
    return made


def _place(rng: random.Random, made: Json) -> tuple[Json, Json]:
    holder, key = made, rng.choice(list(made))
    while isinstance(holder[key], dict | list) and holder[key] and rng.random() < 0.9:
        holder = holder[key]
        key = rng.choice(list(holder)) if isinstance(holder, dict) else rng.randrange(len(holder))
    return holder, key


def damaged(rng: random.Random) -> str:
    """Return the text of a file of which something is cut, doubled or replaced."""
    whole = json.dumps(file(rng), ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, 1]))
    start, end = sorted(rng.randrange(len(whole) + 1) for _ in range(2))
    middle = rng.choice(["", whole[start:end] * 2, "\0", "}", '"', "[" * 1000, "\ufeff", "null"])
    return rng.choice([whole[:start], whole[start:], whole[:start] + middle + whole[end:]])

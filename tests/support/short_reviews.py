"""Reviews in short for the modules that compare and write them, and a guide for them."""

from tests.support.generated import Json

NOW = 1795000000000  # milliseconds since 1970
GUIDE = [
    {
        "id": "users",
        "number": 1,
        "ask": "Do we know our users?",
        "statements": [{"id": f"users-{n}", "text": f"Statement {n}", "askFor": "dates"} for n in "abcde"],
    },
    {
        "id": "money",
        "number": 2,
        "ask": "Do we know our money?",
        "statements": [{"id": "money-a", "text": "Money", "askFor": None}],
    },
    {
        "id": "staff",
        "number": 3,
        "ask": "Do we know our staff?",
        "statements": [{"id": "staff-a", "text": "Staff", "askFor": None}],
    },
]
# A review in short, a list for each field: kind, id, field and value. The modules ask for it with functions.
READER = """const readerOf = (fields) => {
    const all = new Map(fields.map(([kind, id, field, value]) => [JSON.stringify([kind, id, field]), value]));
    const get = (kind, id, field) => all.get(JSON.stringify([kind, id, field])) ?? null;
    const ids = (kind) => [...new Set(fields.filter((each) => each[0] === kind).map((each) => each[1]))];
    return { get, ids };
};"""
Fields = list[list[Json]]

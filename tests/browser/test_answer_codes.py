"""An answer code says what one member answered, and nothing else is ever taken for it."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server

FEW, MANY = 10_000, 100_000
FEW_CODES, MANY_CODES = 1_000, 10_000
# Questions, and statements of each
SIZES = [[1, 1], [3, 3], [10, 5], [40, 5], [2, 50]]
EDITION: Json = {
    "fingerprint": "2R8K",
    "questions": [
        {"id": "users", "statements": [{"id": "users-a"}, {"id": "users-b"}, {"id": "users-c"}]},
        {"id": "money", "statements": [{"id": "money-a"}]},
    ],
}
# An edition of a size, answers made up for it, and both as data. The same for the same seed:
# https://en.wikipedia.org/wiki/Linear_congruential_generator
MADE_UP = """
const randomOf = (seed) => () => (seed = (seed * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
const editionOfSize = ([questions, statements], fingerprint = "2R8K") => ({
    fingerprint,
    questions: Array.from({ length: questions }, (_, q) => ({
        id: `q${q}`,
        statements: Array.from({ length: statements }, (_, s) => ({ id: `q${q}-s${s}` })),
    })),
});
const answersFor = ({ questions }, random) => {
    const all = questions.flatMap(({ statements }) => statements);
    const answers = all.map(({ id }) => [id, [null, true, "unknown"][Math.floor(random() * 3)]]);
    return {
        answers: new Map(answers.filter(([, answer]) => answer)),
        answered: new Set(questions.map(({ id }) => id).filter(() => random() < 0.5)),
    };
};
const plain = ({ answers, answered }) => ({ answers: Object.fromEntries(answers), answered: [...answered] });
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const attempt = (act) => {
    try {
        return act();
    } catch (error) {
        const { problem, ...values } = error;
        return error.name === "Error" && problem ? { problem, ...values } : { thrown: String(error) };
    }
};
"""
ROUND_TRIPS = f"""({{ encode, decode, parseCode, group, lengthOf }}, size, count, seed) => {{
    {MADE_UP}
    const [edition, random] = [editionOfSize(size), randomOf(seed)];
    const text = (answers) => JSON.stringify(plain(answers));
    const wrong = [];
    for (let made = 0; made < count; made += 1) {{
        const answers = answersFor(edition, random);
        const code = encode(edition, answers);
        const back = decode(parseCode(group(code)).code, edition);
        if (text(back) !== text(answers) || code.length !== lengthOf(edition)) wrong.push(code);
    }}
    return wrong;
}}"""
# Every other character in every place, and every pair of neighbours that differ, exchanged
SLIPS = f"""({{ encode, parseCode }}, size, count, seed) => {{
    {MADE_UP}
    const [edition, random] = [editionOfSize(size), randomOf(seed)];
    const isTaken = (code) => attempt(() => parseCode(code)).problem !== "mistyped";
    const taken = [];
    let tried = 0;
    for (let made = 0; made < count; made += 1) {{
        const code = encode(edition, answersFor(edition, random));
        for (let place = 0; place < code.length; place += 1) {{
            const put = (text) => code.slice(0, place) + text + code.slice(place + text.length);
            const others = [...ALPHABET].map(put);
            const swapped = place + 1 < code.length ? [put(code[place + 1] + code[place])] : [];
            const slips = [...others, ...swapped].filter((slip) => slip !== code);
            tried += slips.length;
            taken.push(...slips.filter(isTaken));
        }}
    }}
    return {{ tried, taken }};
}}"""
PARSE = (
    f"({{ parseCode }}, texts) => {{ {MADE_UP} return texts.map((text) => attempt(() => parseCode(text))); }}"
)
DECODE = f"""({{ decode }}, code, edition) => {{
    {MADE_UP}
    return attempt(() => plain(decode(code, edition)));
}}"""
ENCODE = """({ encode }, edition, answers, answered) =>
    encode(edition, { answers: new Map(Object.entries(answers)), answered: new Set(answered) })"""
FIND = "({ findCodes }, text, editions) => findCodes(text, editions)"
CODE = "2R8K0JG4"


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def parse(modules: Modules, text: str) -> Json:
    (found,) = modules.run("codes/code", PARSE, [text])
    return found


def find(modules: Modules, text: str, *editions: Json) -> list[tuple[str, str]]:
    """Return what is found: each piece as it stands, and its code or what is wrong."""
    found = modules.run("codes/find", FIND, text, editions)
    return [(each["text"], each.get("code") or each["problem"]) for each in found]


def codes(modules: Modules, count: int, fingerprint: str = "2R8K") -> list[str]:
    """Return the codes, in groups, of members who answered 10 questions with 5 statements each."""
    function = f"""({{ encode, group }}, count, fingerprint) => {{
        {MADE_UP}
        const [edition, random] = [editionOfSize([10, 5], fingerprint), randomOf(7)];
        return Array.from({{ length: count }}, () => group(encode(edition, answersFor(edition, random))));
    }}"""
    made: list[str] = modules.run("codes/code", function, count, fingerprint)
    return made


def edition(fingerprint: str = "2R8K", size: tuple[int, int] = (10, 5)) -> Json:
    questions = [
        {"id": f"q{q}", "statements": [{"id": f"q{q}-s{s}"} for s in range(size[1])]} for q in range(size[0])
    ]
    return {"fingerprint": fingerprint, "questions": questions}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_was_answered_comes_back(modules: Modules, size: list[int]) -> None:
    assert modules.run("codes/code", ROUND_TRIPS, size, FEW // len(SIZES), 1) == []


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_was_answered_comes_back_at_full_count(modules: Modules, size: list[int]) -> None:
    assert modules.run("codes/code", ROUND_TRIPS, size, MANY // len(SIZES), 2) == []


@pytest.mark.full
def test_one_wrong_character_and_neighbours_exchanged_are_always_caught(modules: Modules) -> None:
    result = modules.run("codes/code", SLIPS, [10, 5], FEW_CODES, 3)
    assert result["taken"] == []
    assert result["tried"] > FEW_CODES * 24 * 31


@pytest.mark.long
def test_slips_are_caught_at_full_count(modules: Modules) -> None:
    assert modules.run("codes/code", SLIPS, [10, 5], MANY_CODES, 4)["taken"] == []


def test_50_statements_and_10_questions_take_24_characters(modules: Modules) -> None:
    assert modules.run("codes/code", "({ lengthOf }, edition) => lengthOf(edition)", edition()) == 24


def test_a_code_is_the_same_in_every_version_of_the_site(modules: Modules) -> None:
    """4 digits of base 3 and 2 bits: 1202 is 47, then 10 is 2, so 47 * 4 + 2 = 190 = 5 * 32 + 30: 5Y."""
    answers = {"users-a": True, "users-b": "unknown", "money-a": "unknown"}
    code = modules.run("codes/code", ENCODE, EDITION, answers, ["users"])
    assert code[:-2] == "2R8K5Y"
    assert modules.run("codes/code", DECODE, code, EDITION) == {"answers": answers, "answered": ["users"]}


def test_an_answer_to_a_statement_that_the_edition_does_not_have_is_left_out(modules: Modules) -> None:
    with_more = modules.run("codes/code", ENCODE, EDITION, {"users-a": True, "gone": True}, ["users", "gone"])
    assert with_more == modules.run("codes/code", ENCODE, EDITION, {"users-a": True}, ["users"])


@pytest.mark.parametrize(
    "typed",
    [
        "{0}",
        " {0}\n",
        "{lower}",
        "{spaced}",
        "{dashed}",
        "https://example.org/away-day/combine/#code={0}",
        "https://example.org/combine/#CODE={0}&from=chat",
        "https://filter.example.org/?url=https%3A%2F%2Fexample.org%2F%23code%3D{0}&data=05",
        "https://filter.example.org/?url=https%253A%252F%252Fexample.org%252F%2523code%253D{0}",
        "https://filter.example.org/v2/url?u=https-3A__example.org_away-2Dday_combine_-23code-3D{hyphens}&d=Dw",
        "https://example.org/away-day/combine/#code=3D{wrapped}",
        "https://example.org/away-day/combine/#code=\n{0}",
        "{wrapped}",
        "{wide}",
    ],
)
def test_a_code_is_read_however_it_is_typed_and_whatever_a_mail_program_made_of_it(
    modules: Modules, typed: str
) -> None:
    (code,) = codes(modules, 1)
    bare = code.replace("-", "")
    forms = {"lower": code.lower(), "spaced": " ".join(bare), "dashed": "\u200b\u2013".join(code.split("-"))}
    forms["hyphens"] = code.replace("-", "-2D")
    forms["wrapped"] = f"{code[:7]}=\r\n{code[7:]}"
    forms["wide"] = "".join(chr(ord(each) + 0xFEE0) for each in code)
    assert parse(modules, typed.format(code, **forms)) == {"fingerprint": "2R8K", "code": bare}
    assert [found for _, found in find(modules, f"Mine: {typed.format(code, **forms)}", edition())] == [bare]


def test_a_code_may_begin_as_a_mail_program_writes_an_equals_sign(modules: Modules) -> None:
    (code,) = codes(modules, 1, "3D8K")
    for link in (f"https://example.org/#code={code}", f"https://example.org/#code=3D{code}"):
        assert parse(modules, link)["code"] == code.replace("-", "")


def test_letters_that_look_like_digits_are_forgiven(modules: Modules) -> None:
    (code,) = [each for each in codes(modules, 50) if "0" in each and "1" in each][:1]
    for one in "1IiLl":
        for nought in "0Oo":
            typed = code.replace("1", one).replace("0", nought)
            assert parse(modules, typed)["code"] == code.replace("-", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"problem": "empty"}),
        (" -\u2013\u200b\n", {"problem": "empty"}),
        ("https://example.org/#code=", {"problem": "empty"}),
        ("2R8K-U5Y0-!U", {"problem": "characters", "characters": ["U", "!"]}),
        ("2R8K\u00e9", {"problem": "characters", "characters": ["\u00e9"]}),
        ("2R8K\U0001f600", {"problem": "characters", "characters": ["\U0001f600"]}),
        ("2R8K", {"problem": "too-short"}),
        ("2R8K-0000-00", {"problem": "mistyped"}),
    ],
)
def test_says_why_a_text_is_no_code(modules: Modules, text: str, expected: Json) -> None:
    assert parse(modules, text) == expected


def test_a_code_of_the_wrong_length_says_how_many_characters_were_expected(modules: Modules) -> None:
    code = codes(modules, 1)[0].replace("-", "")
    found = modules.run("codes/code", DECODE, code, edition(size=(3, 3)))
    assert found == {"problem": "length", "expected": 10, "got": 24}


def test_a_code_is_not_read_with_another_edition(modules: Modules) -> None:
    code = codes(modules, 1)[0].replace("-", "")
    found = modules.run("codes/code", DECODE, code, edition("ZZZZ"))
    assert found == {"problem": "edition", "fingerprint": "2R8K"}


def test_a_number_that_no_answers_give_is_refused(modules: Modules) -> None:
    """A code of this edition has 2 characters for 324 different answers: ZZ stands for 1023."""
    checks = [a + b for a in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" for b in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"]
    found = modules.run("codes/code", PARSE, [f"2R8KZZ{check}" for check in checks])
    (valid, *_) = [each["code"] for each in found if "code" in each]
    assert modules.run("codes/code", DECODE, valid, EDITION) == {"problem": "mistyped"}


def test_a_review_becomes_answers(modules: Modules) -> None:
    fields = {
        "answer users-a answer": True,
        "answer money-a answer": "unknown",
        "answer gone answer": True,
        "conclusion money state": "answered",
    }
    function = f"""({{ answersOf }}, fields, edition) => {{
        {MADE_UP}
        return plain(answersOf((...field) => fields[field.join(" ")] ?? null, edition.questions));
    }}"""
    found = modules.run("codes/code", function, fields, EDITION)
    assert found == {"answers": {"users-a": True, "money-a": "unknown"}, "answered": ["money"]}


IN_EDITION = f"""({{ inEdition }}, answers, answered, from, to) => {{
    {MADE_UP}
    const given = {{ answers: new Map(Object.entries(answers)), answered: new Set(answered) }};
    const found = inEdition(given, from, to);
    return {{ ...plain(found), statements: [...found.statements], left: found.left }};
}}"""


def test_in_the_same_edition_everything_counts_whose_question_was_answered(modules: Modules) -> None:
    found = modules.run("codes/code", IN_EDITION, {"users-a": True}, ["users"], EDITION, EDITION)
    statements = ["users-a", "users-b", "users-c"]
    assert found == {"answers": {"users-a": True}, "answered": ["users"], "statements": statements, "left": 0}


def test_in_another_edition_a_code_counts_for_the_statements_that_both_have(modules: Modules) -> None:
    """One statement is gone, one has moved to another question, and one is new."""
    later = {
        "fingerprint": "ZZZZ",
        "questions": [
            {"id": "money", "statements": [{"id": "money-a"}, {"id": "users-c"}]},
            {"id": "users", "statements": [{"id": "users-b"}, {"id": "users-new"}]},
        ],
    }
    answers = {"users-a": True, "users-b": "unknown", "users-c": True, "money-a": True}
    found = modules.run("codes/code", IN_EDITION, answers, ["users"], EDITION, later)
    assert found == {
        "answers": {"users-b": "unknown", "users-c": True, "money-a": True},
        "answered": ["users"],
        "statements": ["users-b", "users-c"],
        "left": 1,
    }


def test_codes_are_found_between_other_words(modules: Modules) -> None:
    one, two, three, four = codes(modules, 4)
    (foreign,) = codes(modules, 1, "Z9Y8")
    spaced, quoted = two.lower().replace("-", " "), f"{three[:15]}\n> {three[15:]}"
    bare = four.replace("-", "")
    text = f"""Hi all, this is my answer code - {one}. That took me only 20 minutes!
        Re: Away-day: mine is {spaced} I think
        > {quoted}
        <https://example.org/away-day/combine/#code={foreign}>
        {bare}"""
    assert find(modules, text, edition()) == [
        (one, one.replace("-", "")),
        (spaced, two.replace("-", "")),
        (quoted, three.replace("-", "")),
        (foreign, foreign.replace("-", "")),
        (bare, bare),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{0}/{1}",
        "> {0}/\n> {1}",
        "https://example.org/away-day/combine/#code={0}/{1}",
        "https://filter.example.org/?url=https%3A%2F%2Fexample.org%2F%23code%3D{0}%2F{1}&data=05",
        "https://filter.example.org/v2/url?u=https-3A__example.org_-23code-3D{2}-2F{3}&d=Dw",
    ],
)
def test_a_code_that_takes_the_place_of_another_is_known_by_the_stroke_between_them(
    modules: Modules, text: str
) -> None:
    old, new = codes(modules, 2)
    given = text.format(old, new, old.replace("-", "-2D"), new.replace("-", "-2D"))
    found = modules.run("codes/find", FIND, f"Mine: {given}", [edition()])
    assert [(each["code"], each.get("isLater")) for each in found] == [
        (old.replace("-", ""), None),
        (new.replace("-", ""), True),
    ]


COLLECT = """async ({ collectCodes }, text, edition) => {
    const found = await collectCodes(text, edition, () => []);
    return found.map(({ hash, replaced = [] }) => [hash, ...replaced.map((one) => one.hash)]);
}"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{0}\n{1}", [[0], [1]]),
        ("{0}/{1}", [[1, 0]]),
        ("{0}\nLater: {0}/{1}", [[1, 0]]),
        ("{0}/{1}\n> {0}", [[1, 0]]),
        ("{1}\n{0}/{1}", [[1, 0]]),
        ("{0}/{1} {0}/{1}", [[1, 0]]),
        ("{0} and {0}/{1} and {1}/{2}", [[2, 0, 1]]),
        ("{1}/{2} > {0}/{1} > {0}", [[2, 1, 0]]),
        ("{0}/{1}/{2}", [[2, 0, 1]]),
        ("{0}/{1} and {1}/{0}", [[0, 1]]),
        ("{2} {0}/{1}", [[2], [1, 0]]),
    ],
)
def test_a_code_that_was_replaced_is_not_counted_wherever_it_stands(
    modules: Modules, text: str, expected: list[list[int]]
) -> None:
    made = codes(modules, 3)
    hashes = [found for (found, *_) in (collect(modules, one)[0] for one in made)]
    found = [[hashes.index(each) for each in one] for one in collect(modules, text.format(*made))]
    assert [[one, *sorted(replaced)] for one, *replaced in found] == [
        [one, *sorted(replaced)] for one, *replaced in expected
    ]


def collect(modules: Modules, text: str) -> list[list[str]]:
    """Return the hash of each person's code, and of those that it takes the place of."""
    found: list[list[str]] = modules.run("codes/collect", COLLECT, text, edition())
    return found


def test_codes_of_editions_that_are_not_known_are_found_by_their_shape(modules: Modules) -> None:
    one, two, three = codes(modules, 3)
    text = f"My code - {one}\nand code {two.replace('-', ' ')} and {three.replace('-', '')}."
    assert [code for _, code in find(modules, text)] == [code.replace("-", "") for code in (one, two, three)]


def test_mistyped_codes_are_found_and_the_next_one_still_counts(modules: Modules) -> None:
    one, two, three, four = codes(modules, 4)
    wrong = one[:-1] + ("0" if one[-1] != "0" else "1")
    strange, short = two[:8] + "U" + two[9:], three[:-2]
    unknown_start = "7777" + three[4:]
    text = "\n".join([wrong, strange, short, unknown_start, four])
    assert find(modules, text, edition()) == [
        (wrong, "mistyped"),
        (strange, "characters"),
        (short, "length"),
        (unknown_start, "mistyped"),
        (four, four.replace("-", "")),
    ]


PROSE = """That were made with well-kept-data: call 0191 496 0000 or 07700 900123, meet in room B12 at 9:30am
on 22-11-2026. Case 123e4567-e89b-12d3-a456-426614174000, card 1234-5678-9012-3456, NHS number 943 476 5919.
https://example.org/meet/19%3ameeting_NDM5ZTk5YzEtYjA2Yi00?context=%7b%22Tid%22%7d
Some word-list-with-many-such-parts.
"""


def test_nothing_is_found_in_prose_with_numbers_in_it(modules: Modules) -> None:
    assert find(modules, PROSE, edition()) == []


def test_hardly_anything_is_found_in_words_and_numbers_at_random(modules: Modules) -> None:
    rng = random.Random(5)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(1, 9))) for _ in range(20_000)]
    numbers = [str(rng.randint(0, 10**6)) for _ in range(2_000)]
    text = " ".join(rng.sample(words + numbers, len(words) + len(numbers)))
    assert find(modules, text, edition()) == []


HOSTILE = [
    *generated.TEXTS,
    "A1 " * 30_000,
    "AAA1-" * 20_000,
    "2R8K " * 20_000,
    "a" * 100_000 + "1",
    "#code=" * 20_000,
    "2R8K-\ud800\udfff-0000",
    "\u0130\u0131\u017f\u212a\ufb01\u00df" * 100,
    "٠١٢٣-٤٥٦٧-٨٩٠١-٢٣٤٥",
    "__proto__#code=constructor",
]


@pytest.mark.full
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_no_code_and_nothing_breaks(modules: Modules, number: int) -> None:
    text = HOSTILE[number]
    assert "problem" in parse(modules, text)
    found = modules.run("codes/find", FIND, text, [edition()])
    assert all("problem" in each for each in found)

"""An edition: which ids a published guide has, in which order, and what they said.

An answer code is read with the edition it was made with, so that codes outlive a new edition.
Editions stand in ``editions/``, a file each, committed; ``python -m macros.editions`` writes them.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict, TypeGuard

from macros.content.guide import Guide
from macros.content.problem import GuideError, Problem, expected

FOLDER = "editions"
FORMAT = "digital-questions-for-boards/edition-1"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # https://www.crockford.com/base32.html
COMMAND = "python -m macros.editions"


class EditionStatement(TypedDict):
    """A statement as an edition had it."""

    id: str
    text: str


class EditionQuestion(TypedDict):
    """A question as an edition had it; ``page`` is the path of its page in the folder of pages."""

    id: str
    ask: str
    page: str
    statements: list[EditionStatement]


class Edition(TypedDict):
    """An edition as its file holds it, questions and statements in code order: that of ``nav`` and the pages.

    ``fingerprint`` is what a code starts with, to say which edition made it.
    """

    format: str
    guide: str
    edition: str
    fingerprint: str
    questions: list[EditionQuestion]


def edition_of(guide: Guide) -> Edition:
    """Return the edition that the present pages are."""
    questions: list[EditionQuestion] = [
        {
            "id": q.id,
            "ask": q.ask,
            "page": q.path,
            "statements": [{"id": s.id, "text": s.text} for s in q.statements],
        }
        for q in guide.questions
    ]
    identity, edition = guide.settings.id, guide.settings.edition
    fingerprint = fingerprint_of(identity, questions)
    return Edition(
        format=FORMAT, guide=identity, edition=edition, fingerprint=fingerprint, questions=questions
    )


def fingerprint_of(guide_id: str, questions: Sequence[EditionQuestion]) -> str:
    """Return 20 bits of the ids in their order, as 4 characters of Crockford's alphabet."""
    ids = [guide_id, *(id for question in questions for id in ids_of(question))]
    number = int.from_bytes(sha256("\n".join(ids).encode()).digest()[:3]) >> 4
    return "".join(CROCKFORD[number >> shift & 31] for shift in (15, 10, 5, 0))


def ids_of(question: EditionQuestion) -> list[str]:
    """Return the ids of a question and its statements; the space tells the two kinds apart."""
    return [question["id"], *(f" {statement['id']}" for statement in question["statements"])]


def text_of(edition: Edition) -> str:
    """Return an edition as its file holds it."""
    return json.dumps(edition, ensure_ascii=False, indent=2) + "\n"


def read_edition(file: Path, name: str) -> Edition:
    """Return the edition in a file.

    Args:
        file: the file.
        name: what to call it in a message.

    Raises:
        GuideError: when it holds no edition, or one that somebody changed by hand.
    """
    line, got, found = 1, "something else", None
    try:
        found = json.loads(file.read_text("utf-8"))
    except json.JSONDecodeError as error:
        line, got = error.lineno, f"an error in its JSON: {error.msg}"
    except UnicodeDecodeError:
        got = "a file that is not UTF-8"
    if _is_edition(found):
        if found["fingerprint"] == fingerprint_of(found["guide"], found["questions"]):
            return found
        got = "one whose ids were changed afterwards"
    message = expected(f'an edition as "{COMMAND}" wrote it', got, f"git restore {name}")
    raise GuideError([Problem(name, line, "file", message)])


def _is_edition(found: Any) -> TypeGuard[Edition]:
    try:
        texts = [found["guide"], found["edition"], found["fingerprint"]]
        for question in found["questions"]:
            texts += [question["id"], question["ask"], question["page"]]
            texts += [statement[key] for statement in question["statements"] for key in ("id", "text")]
    except (KeyError, TypeError):
        return False
    return found.get("format") == FORMAT and all(isinstance(text, str) for text in texts)


def read_editions(folder: Path, guide_id: str) -> list[Edition]:
    """Return the committed editions of one guide, the oldest first: a copy has those of the original too.

    Raises:
        GuideError: when a file holds no edition.
    """
    files = sorted((folder / FOLDER).glob("*.json"))
    editions = (read_edition(file, f"{FOLDER}/{file.name}") for file in files)
    return sorted((e for e in editions if e["guide"] == guide_id), key=lambda edition: edition["edition"])


def publish_editions(site: Path, guide: Guide, folder: Path) -> None:
    """Write the editions to a built site: the present one as the pages are, the earlier ones as written.

    Args:
        site: the folder the site was built into.
        guide: the present pages.
        folder: the project's folder.

    Raises:
        GuideError: when the file of an edition cannot be read.
    """
    earlier = {edition["edition"]: edition for edition in read_editions(folder, guide.settings.id)}
    editions = earlier | {guide.settings.edition: edition_of(guide)}
    target = site / FOLDER
    target.mkdir(exist_ok=True)
    for name, edition in editions.items():
        (target / f"{name}.json").write_text(text_of(edition), encoding="utf-8")
    newest_first = sorted(editions, reverse=True)
    index = [{"edition": name, "fingerprint": editions[name]["fingerprint"]} for name in newest_first]
    (target / "index.json").write_text(json.dumps(index, indent=2) + "\n", encoding="utf-8")

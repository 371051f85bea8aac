"""What one edition of a guide changed against another, as lines for a changelog."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.edition.edition import Edition


@dataclass(frozen=True)
class Entry:
    """A question or statement of an edition.

    Attributes:
        kind: ``question`` or ``statement``.
        id: its id.
        text: its words.
        home: the id of a statement's question; empty for a question.
    """

    kind: str
    id: str
    text: str
    home: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by: a question and a statement may have the same id."""
        return self.kind, self.id

    def __str__(self) -> str:
        """Return its words and its id."""
        return f'"{self.text}" ({self.id})'


Entries = Mapping[tuple[str, str], Entry]


def entries_of(edition: Edition) -> Entries:
    """Return the questions and statements of an edition, in their order."""
    found: list[Entry] = []
    for question in edition["questions"]:
        found.append(Entry("question", question["id"], question["ask"]))
        found += [Entry("statement", s["id"], s["text"], question["id"]) for s in question["statements"]]
    return {entry.key: entry for entry in found}


def changes(old: Edition, new: Edition) -> Iterator[str]:
    """Yield what changed from one edition to another, a line for each change."""
    before, after = entries_of(old), entries_of(new)
    for kind in ("question", "statement"):
        yield from (f"Added {kind}: {after[key]}" for key in after if key[0] == kind and key not in before)
        yield from (f"Removed {kind}: {before[key]}" for key in before if key[0] == kind and key not in after)
        both = [key for key in after if key[0] == kind and key in before]
        reworded = [key for key in both if before[key].text != after[key].text]
        yield from (f'Reworded {kind}: "{before[key].text}" is now {after[key]}' for key in reworded)
        moved = set(_moved(before, after))
        yield from (
            f"Moved {kind}: {after[key]}{_way(before[key], after[key])}" for key in both if key in moved
        )


def _way(before: Entry, after: Entry) -> str:
    return f", from {before.home} to {after.home}" if before.home != after.home else ""


def _moved(before: Entries, after: Entries) -> Iterator[tuple[str, str]]:
    """Yield what is in another question, or in another place among those that stayed."""
    both = [key for key in after if key in before]
    stayed = [key for key in both if before[key].home == after[key].home]
    yield from (key for key in both if key not in stayed)
    for home in {after[key].home for key in stayed}:
        now = [key for key in stayed if after[key].home == home]
        then = [key for key in before if key in now]
        kept = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
        places = {place for block in kept for place in range(block.b, block.b + block.size)}
        yield from (key for place, key in enumerate(now) if place not in places)


def is_reworded(old: str, new: str) -> bool:
    """Whether 2 wordings differ by more than spaces, punctuation and capitals, as ``record.js`` has it."""
    return _bare(old) != _bare(new)


def _bare(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).lower()
    return "".join(sign for sign in lower if not sign.isspace() and unicodedata.category(sign)[0] != "P")


def reused(
    olds: Sequence[Edition], new: Edition, confirmed: Iterable[str] = ()
) -> Iterator[tuple[Entry, Entry, str]]:
    """Yield each id that has another text than in the latest older edition that has it.

    Args:
        olds: older editions, the latest last.
        new: the present one.
        confirmed: ids that a person says mean the same. Only a person can know.

    Yields:
        what had the id, what has it now, and the name of the older edition.
    """
    latest = {key: (entry, old["edition"]) for old in olds for key, entry in entries_of(old).items()}
    for key, entry in entries_of(new).items():
        if key in latest and entry.id not in set(confirmed):
            before, edition = latest[key]
            if is_reworded(before.text, entry.text):
                yield before, entry, edition

"""What a published edition binds the pages to: its ids while it has its name, its addresses for good."""

from collections.abc import Iterator

from macros.content.guide import Guide
from macros.content.problem import GuideError, Problem, expected
from macros.content.source import Source, page_url
from macros.edition.edition import COMMAND, FOLDER, Edition, edition_of, ids_of, read_edition, read_editions


def check_promises(guide: Guide, source: Source) -> None:
    """Check the pages against this guide's published editions.

    Raises:
        GuideError: when the ids of the present edition's file are others, or a page lacks an address it had.
    """
    problems = [*_check_edition(guide, source), *_check_addresses(guide, source)]
    if problems:
        raise GuideError(problems)


def _check_edition(guide: Guide, source: Source) -> Iterator[Problem]:
    """Yield what to do where ids changed. Other words alone are no problem: ids keep their meaning."""
    name = f"{FOLDER}/{guide.settings.edition}.json"
    if source.config is None or not (source.folder / name).is_file():
        return
    published, present = read_edition(source.folder / name, name), edition_of(guide)
    if published["guide"] != present["guide"] or published["fingerprint"] == present["fingerprint"]:
        return
    what = f"a new name for this edition, or its file written anew if it was never published: {COMMAND}"
    got = f'"{present["edition"]}", but its file {name} {"; ".join(_differences(published, present))}'
    edition = source.config.get("extra").get("guide").get("edition")
    yield edition.problem(what, f"edition: {present['edition']}.1", got)


def _differences(published: Edition, present: Edition) -> Iterator[str]:
    """Yield how the ids of an edition's file differ from those of the pages, a few of them by name."""
    before, now = (
        [id.strip() for q in each["questions"] for id in ids_of(q)] for each in (published, present)
    )
    for label, ids, others in (("lacks", now, before), ("still has", before, now)):
        alone = [id for id in ids if id not in others]
        if alone:
            yield f"{label} {', '.join(alone[:3])}{f' and {len(alone) - 3} more' if alone[3:] else ''}"
    if set(before) == set(now):
        yield "has another order"


def _check_addresses(guide: Guide, source: Source) -> Iterator[Problem]:
    """Yield each page of a question that was elsewhere in an edition, and does not say so."""
    paths = {question.id: question.path for question in guide.questions}
    files = {page.path: page.file for page in source.pages}
    told = set(guide.moved) | {page_url(path) for path in paths.values()}
    for edition in read_editions(source.folder, guide.settings.id):
        for question in edition["questions"]:
            before, now = question["page"], paths.get(question["id"])
            if now and page_url(before) not in told:
                told.add(page_url(before))
                what = (
                    f"the path that this page had in edition {edition['edition']}, so that links to it work"
                )
                message = expected(what, "none", f"moved_from: [{before}]")
                yield Problem(files[now], 1, "moved_from", message)

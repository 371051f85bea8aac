"""Lists every word that is not prose: a copy's own, those that are still ours, those on no page.

The command is ``python -m macros.words``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError, Problem, print_lines
from macros.content.prose import calls_any
from macros.content.source import Source, page_url, read_source
from macros.pages.render import PARTS, Renderer
from macros.site.words import marked_in
from macros.words.check import Text
from macros.words.words import Words, our_words, read_words

OVERRIDES = Path("overrides")


def used_words(source: Source, guide: Guide, words: Words) -> set[str]:
    """Return the keys of the words that some page of a guide shows, or its script can show there."""
    for page in source.pages:
        renderer = Renderer(guide, words, page_url(page.path))
        for part in (name for name in PARTS if calls_any(page, {name})):
            renderer.part(part)
    for path in guide.moved.values():
        Renderer(guide, words, "").moved(path)
    frame = (marked_in(file.read_text("utf-8")) for file in (source.folder / OVERRIDES).rglob("*.html"))
    marked = {words.of_mark(key)[0] for keys in frame for key in keys}
    return words.used | marked | {*words.keys_under("dates")}


def word_list(words: Words, used: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the list: each word by its key, as we say it and as the copy does."""
    ours, on_no_page = our_words(), [key for key in words.texts if key not in {*used}]
    still_ours = [key for key in words.texts if key not in words.own and key not in on_no_page]
    for title, keys in ("Yours", sorted(words.own)), ("Still ours", still_ours), ("On no page", on_no_page):
        yield f"{title}: {len(keys)}"
        for key in keys:
            yield from (f"  {key}{line}" for line in _lines(ours[key]))
            yield from (f"    yours{line}" for line in _lines(words.texts[key]) if key in words.own)
        yield ""


def _lines(text: Text) -> Iterator[str]:
    forms = {"": text} if isinstance(text, str) else {f".{form}": each for form, each in text.items()}
    yield from (f"{form}: {each}" for form, each in forms.items())


def main() -> int:
    """Print the list, or every problem; return 0 where there is none."""
    source = read_source(Path("mkdocs.yml"))
    problems: list[Problem] = []
    words = read_words(source.folder, problems)
    try:
        guide = build_guide(source, problems)
    except GuideError as error:
        print_lines(map(str, error.problems))
        return 1
    print_lines(word_list(words, used_words(source, guide, words)))
    return 0

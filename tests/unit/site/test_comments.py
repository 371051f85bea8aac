"""Scripts and style sheets are published without their comments."""

from pathlib import Path

import pytest
from pygments.lexer import Lexer

from macros.site.comments import LEXERS, remove_comments, without_comments

SCRIPT, STYLES = LEXERS[".js"], LEXERS[".css"]


@pytest.mark.parametrize(
    ("lexer", "written", "left"),
    [
        (SCRIPT, "/** What it does. */\nrun(); // now", "\nrun(); "),
        (STYLES, "a { /* why */ color: red; }", "a {  color: red; }"),
        (SCRIPT, "/**\n * @param {string} a\n */\nrun(); /*\n*/ stop();", "\n\n\nrun(); \n stop();"),
    ],
)
def test_comments_go_and_each_line_stays_where_it_was(lexer: type[Lexer], written: str, left: str) -> None:
    assert without_comments(written, lexer) == left
    assert left.count("\n") == written.count("\n")


@pytest.mark.parametrize(
    ("lexer", "code"),
    [
        (SCRIPT, 'fetch("https://example.org/*")'),
        (SCRIPT, "const lines = `${names.map((name) => `// ${name}: `)} /* no comment */`;\n"),
        (SCRIPT, r"const ends = /[/*]\/\//u.test(text) || width / 2 / height;"),
        (SCRIPT, "\n\nrun()"),
        (STYLES, '\n.link::after { content: "/* */"; background: url(//example.org/a.svg); }\n\n'),
        (STYLES, "[hidden] { display: none !important; }"),
        (SCRIPT, "#! /usr/bin/env node\nrun();"),
        (STYLES, "/*! Somebody's, under a licence */\na { color: red; }"),
        (SCRIPT, "/*! Somebody's, under a licence */\nrun();"),
    ],
)
def test_what_only_looks_like_a_comment_stays_and_so_does_a_licence(lexer: type[Lexer], code: str) -> None:
    assert without_comments(code, lexer) == code


def test_every_script_and_style_sheet_of_a_site_is_rewritten_and_nothing_else(tmp_path: Path) -> None:
    files = {"assets/js/a/b.js": "a; // b", "assets/own.css": "/* b */", "assets/notes.txt": "// b"}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    remove_comments(tmp_path)
    left = {path: (tmp_path / path).read_text() for path in files}
    assert left == {"assets/js/a/b.js": "a; ", "assets/own.css": "", "assets/notes.txt": "// b"}

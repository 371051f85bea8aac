"""Texts that would run or change a page wherever text is taken for markup, script, template or address.

Made from families, so that each trick meets each wrapping. Whatever runs names the page ``run``, or asks
for a picture named ``x``: the tests see either.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

RUN = "document.title='run'"
MOST = 200  # characters: what the shortest of the longer fields takes

# What runs by itself once it is markup.
ACTIVE = (
    f"<script>{RUN}</script>",
    "<script src=//example.org/x></script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<details open ontoggle={RUN}>",
    f"<body onpageshow={RUN}>",
    f'<iframe srcdoc="<script>parent.{RUN}</script>">',
    f'<iframe src="javascript:parent.{RUN}">',
    "<object data=x></object>",
    "<embed src=x>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    "<base href=//example.org/>",
    "<link rel=stylesheet href=x>",
    "<style>*{display:none}</style>",
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    "<form action=//example.org/><button>Go</button></form>",
    "<plaintext>",
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={RUN}&gt;">',
    f"<template shadowrootmode=open><script>{RUN}</script></template>",
)
# What gets out of where text stands: an attribute, an element, a comment, a text of JavaScript.
BREAKOUTS = (
    "", '"', "'", '">', "'>", "`>", '" ', "</p>", "</li></ul>", "</td></table>", "</template>",
    "</textarea>", "</title>", "</script>", "</style>", "</select>", "</main></body></html>", "-->", "]]>",
    "\\\"", "*/",
)  # fmt: skip
ATTRIBUTES = (
    f'" autofocus onfocus="{RUN}',
    f"' onmouseover='{RUN}",
    f"x onerror={RUN} ",
    '" hidden "',
    '" data-module="site/search" ',
    '" data-act="remove-confirmed" ',
    '" id="maincontent" class="visually-hidden',
    '" style="display:none',
)
ADDRESSES = (
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"java\tscript:{RUN}", f"\x01javascript:{RUN}",
    f" javascript:{RUN}", f"vbscript:{RUN}", f"data:text/html,<script>{RUN}</script>", "//example.org/x",
    "\\\\example.org\\x", "https://example.org/x", "../../../etc/passwd", "file:///x",
    f"javascript://%0a{RUN}", "blob:x", "?x=1#x",
)  # fmt: skip
AROUND_ADDRESSES = ("{}", "[a]({})", "![a]({})", "<{}>", '<a href="{}">a</a>', "[a]: {}", "url({})")
TEMPLATES = (
    "{{ 7*7 }}", "{{ config }}", "{% raw %}", "{% include 'main.html' %}", "{# x #}", "{{ checklist() }}",
    "${7*7}", "#{7*7}", "<%= 7*7 %>", "[[ 7*7 ]]", "{{constructor.constructor('x')()}}",
    "{{ ''.__class__ }}", "@(7*7)", "{7*7}", "%s%n", "%(x)s", "{0.__class__}", "$1 $& $` $'", "\\1",
    "{{{{ 7*7 }}}}", "{%- endblock -%}",
)  # fmt: skip
MARKDOWN = (
    "# Heading", "*a* **b** _c_", "`code` ``a`b``", "- item", "1. item", "> quote", "a | b", "---", "***",
    "```", "~~~", "{: onclick=x }", "{ #maincontent }", "[^1]", "[^1]: note", "--8<-- \"index.md\"",
    "/// html | script", "!!! note", "*[HTML]: x", "&nbsp;", "<!-- x", "a  ", "\\<b\\>", "[a][b]",
    "++x++ ==y== ~~z~~", ":smile:", "$x$", "...",
)  # fmt: skip
ENCODED = (
    "&lt;script&gt;", "&amp;lt;b&amp;gt;", "&#60;img src=x&#62;", "&#x3c;img src=x&#x3e;",
    "%3Cimg%20src=x%3E", "%253Cimg%2520src=x%253E", "\\u003cimg src=x\\u003e", "\\x3cimg src=x\\x3e",
    "+ADw-script+AD4-", "%", "%zz", "100%", "\uff1cscript\uff1e", "\u2039script\u203a", "%E0%A4%A", "%00",
    "%0d%0aSet-Cookie:x=1", "%F0%9F", "&", "&#0;", "&#xD800;",
)  # fmt: skip
NAMES = (
    "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "then",
    "toJSON", "valueOf", "length", "null", "undefined", "true", "NaN", "-0", "1e999", "innerHTML", "cookie",
    "document",
)  # fmt: skip
STRUCTURED = (
    '"}],"x":[{"', "{}", "[]", '{"__proto__":{"x":1}}', "!!python/object:os.system", "&a *a", "- x: y",
    ": ", "x: |", "%YAML 1.2", "--- ", "~", "=1+1", "@SUM(A1)", "+1", "-1",
    '=HYPERLINK("//example.org","x")', "=cmd|' /C calc'!A0", "BEGIN:VEVENT", "\\nEND:VCALENDAR", ";,\\",
    "'; DROP TABLE records; --", "$(id)", "`id`", "|id", "#x", "a;b,c", '"],[data-module],[x="', "*",
    "html>body", ":has(*)", "\\", "}*{display:none}{", "@import 'x';", "/*", "'", '"',
)  # fmt: skip
UNSEEN = (
    "\u202eesrever", "\u2066a\u2069", "a\u200db", "\ufeffa", "a\u00ad", "e\u0301" * 40,
    "\U0001f469\u200d\U0001f4bb", "\u0130I\u0131i", "\ufdfa", "a\u00a0b", "\u2028a", "a\u2029", "\x00a",
    "a\x1bb", "a\x7fb", "\x85a", "\U000e0041a", "\ufffda", "\ufffea", "a\x0bb", "a\rb", "a\nb", "a\tb",
)  # fmt: skip


def _families() -> Iterator[Sequence[str]]:
    yield [before + active for before, active in product(BREAKOUTS, ACTIVE)]
    yield ATTRIBUTES
    yield [around.format(address) for around, address in product(AROUND_ADDRESSES, ADDRESSES)]
    yield from (TEMPLATES, MARKDOWN, ENCODED, NAMES, STRUCTURED, UNSEEN)


def _evenly(families: Iterable[Sequence[str]]) -> list[str]:
    """Return all texts, each once, with those of a family spread over the whole."""
    placed = [(place / len(family), text) for family in families for place, text in enumerate(family)]
    return list(dict.fromkeys(text for _, text in sorted(placed) if len(text) <= MOST))


STRINGS = _evenly(_families())
FEW = STRINGS[::10]

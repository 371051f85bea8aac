"""The clipboard, as somebody who may use it or may not."""

from tests.support.person import Person

PERMISSIONS = ["clipboard-read", "clipboard-write"]
BLOCKED = """const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
if (navigator.clipboard) Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });"""
# The browser can hand over clipboard HTML as it was written, or cleaned: a paste into Word gets the first.
READ_HTML = """async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
}"""


def text_of(person: Person) -> str:
    text: str = person.page.evaluate("navigator.clipboard.readText()")
    return text


def html_of(person: Person) -> str:
    html: str = person.page.evaluate(READ_HTML)
    return html

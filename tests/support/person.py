"""What a person does and sees on a page, found by role and name."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.support import words
from tests.support.guide import Question, Statement
from tests.support.serving import Place

OPEN = "all => all.forEach((details) => { details.open = true; })"


class Person:
    """Somebody in front of one tab."""

    def __init__(self, page: Page, server: Place) -> None:
        self.page = page
        self.home = server.home

    def open(self, url: str) -> "Person":
        self.wait_while_saving()
        self.page.goto(self.home + url)
        return self

    def another_tab(self) -> "Person":
        return Person(self.page.context.new_page(), self)

    def open_ready(self, url: str) -> "Person":
        """Open a page and wait until it has shown what is saved."""
        self.open(url)
        self.wait_until_ready()
        return self

    def wait_until_ready(self) -> None:
        """Wait until every part has started, and open what the review page keeps closed."""
        expect(self.page.locator("[data-module]:not([data-mounted])")).to_have_count(0)
        self.page.locator("details:is(.manage, .take-away details)").evaluate_all(OPEN)

    def wait_while_saving(self) -> None:
        """Do not leave at once: the browser would ask a person first, and nobody answers it here."""
        expect(self.line.get_by_text(words.SAVING, exact=True)).to_have_count(0)

    def reload(self) -> None:
        self.wait_while_saving()
        self.page.reload()
        self.wait_until_ready()

    def box(self, statement: Statement) -> Locator:
        """Find a statement's box by its words; its id tells 2 statements with the same words apart."""
        named = self.page.get_by_role("checkbox", name=one_of_names(statement.alone, statement.text))
        return named.and_(self.page.locator(f"[id='{statement.id}--tick']"))

    def unknown(self, statement: Statement) -> Locator:
        alone, together = f"{words.UNKNOWN} {statement.alone}", f"{words.UNKNOWN_TOGETHER} {statement.text}"
        named = self.page.get_by_role("checkbox", name=one_of_names(alone, together))
        return named.and_(self.page.locator(f"[id='{statement.id}--unknown']"))

    def state(self, question: Question, name: str = words.ANSWERED) -> Locator:
        return self.page.get_by_role("checkbox", name=name, description=question.ask, exact=True)

    def radio(self, name: str) -> Locator:
        return self.page.get_by_role("radio", name=name, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def task(self, question: Question) -> Locator:
        """The line of a question on the home page."""
        link = self.page.get_by_role("link", name=question.ask, exact=True)
        return self.page.get_by_role("listitem").filter(has=link)

    def pick(self, name: str) -> None:
        self.radio(name).check()

    def tick(self, statement: Statement) -> None:
        """Tick, and wait until it is saved."""
        self.box(statement).check()
        self.expect_saved()

    def sheets(self) -> int:
        """Count the sheets that come out of the printer: Chromium writes the parts of a PDF as plain text."""
        return len(re.findall(rb"/Type /Page\b", self.page.pdf(prefer_css_page_size=True)))

    @property
    def line(self) -> Locator:
        """The line that says whether the answers are kept. It has no role: it is for the eye."""
        return self.page.locator("[data-module='checklist/saved']")

    @property
    def announced(self) -> Locator:
        """Everything that a screen reader is told on its own."""
        return self.page.get_by_role("status")

    def expect_line(self, name: str, **values: str | int) -> None:
        expect(self.line.locator("[data-state]")).to_have_text(self.said(name, **values))

    def expect_unreadable(self, count: int) -> None:
        expect(self.line.locator("[data-unreadable]")).to_have_text(self.said("unreadable", count=count))

    def expect_announced(self, name: str, **values: str | int) -> None:
        expect(self.announced.filter(has_text=self.said(name, **values))).to_have_count(1)

    def expect_error(self, field: Locator, name: str, **values: str | int) -> None:
        """Expect what is wrong with a field above it, where the person writes on."""
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(self.said(name, **values))
        expect(field.locator("xpath=preceding-sibling::*[1]")).to_have_text(self.said(name, **values))

    def expect_saved(self) -> None:
        self.expect_line("saved", time=words.ANYTHING)

    def said(self, name: str, **values: str | int) -> re.Pattern[str]:
        return words.message(self.page, self.home, name, **values)


def one_of_names(*names: str) -> re.Pattern[str]:
    """Return a pattern for what is called so for one member or for the board."""
    escaped = [
        re.escape(" ".join(name.split())).replace("/", r"\/") for name in names
    ]  # a selector ends at "/"
    return re.compile(f"^(?:{'|'.join(escaped)})$")


def expect_ticked(locator: Locator, ticked: bool) -> None:
    expect(locator).to_be_checked(checked=ticked)


NewPerson = Callable[..., Person]

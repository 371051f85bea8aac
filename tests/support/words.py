"""The words of the interface that the tests look for. A fork that changes its templates changes them here."""

import re
from re import Pattern

from playwright.sync_api import Page

MENU = "Menu"
CLOSE_MENU = "Close menu"
SAVING = "Saving…"
UNKNOWN = "I do not know"
UNKNOWN_TOGETHER = "We do not know"
ANSWERED = "I have answered this question"
DISCUSSED = "We have discussed this question"
MINE = "My own answers"
BOARD = "What the board agrees together"
FILTER_ALL = "All"
FILTER_NOT_TICKED = "Not ticked"
CLEAR = "Clear all answers"
CLEAR_YES = "Yes, clear all answers"
CLEAR_NO = "No, keep them"
UNDO = "Undo"
KEEP_ANSWER = "Keep this answer"
PRINT_PAGE = "Print this page"
COPY_TEXT = "Copy this text"
TOO_OLD = re.compile("This browser is older than this site needs")
NOT_KEPT = re.compile("Ticks on this page will not be kept")

# Messages stand in the templates of a page. We ask the page's own module, so that plurals come right.
MESSAGE = """async ([root, name, values]) => {
    const { messageText } = await import(`${root}assets/js/page/messages.js`);
    return messageText(name, values);
}"""
ANYTHING = "§"  # stands for what a test cannot know, such as the time of saving


def message(page: Page, home: str, name: str, **values: str | int) -> Pattern[str]:
    """Return a pattern for what a message says."""
    text: str = page.evaluate(MESSAGE, [home, name, values])
    return re.compile(re.escape(" ".join(text.split())).replace(re.escape(ANYTHING), ".+"))

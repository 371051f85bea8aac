"""A browser that is killed at a moment nobody chose, while somebody is typing in it."""

import os
import signal
import subprocess
import threading
from dataclasses import dataclass

from playwright.sync_api import Error

from tests.support import words_review
from tests.support.person import Person
from tests.support.profile import Profile

# What the page says of itself at one moment: the text in the field, and whether it says that it is saved.
LOOK = """() => {
    const [saved] = document.getElementById("message-saved").content.textContent.split(" at ");
    const isSaved = document.querySelector("[data-state]").textContent.startsWith(saved);
    return [isSaved, document.activeElement.value];
}"""


@dataclass
class Seen:
    """What was on the screen at last before the end.

    Attributes:
        saved: the longest text of which the page said that it is saved.
        typed: the text in the field.
    """

    saved: str = ""
    typed: str = ""


class MortalProfile(Profile):
    """A profile whose browser can be killed from another thread."""

    def kill_in(self, seconds: float) -> threading.Timer:
        process = self._process
        assert process
        timer = threading.Timer(seconds, _kill, [process])
        timer.start()
        return timer


def _kill(process: "subprocess.Popen[str]") -> None:
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)


def type_until_killed(person: Person, profile: MortalProfile, text: str, seconds: float) -> Seen:
    """Type into the conclusion, looking after each key, until the browser is gone."""
    person.page.get_by_role("textbox", name=words_review.MY_CONCLUSION, exact=True).press("End")
    seen = Seen()
    timer = profile.kill_in(seconds)
    try:
        for character in text:
            person.page.keyboard.type(character)
            is_saved, seen.typed = person.page.evaluate(LOOK)
            if is_saved:
                seen.saved = seen.typed
    except Error:
        pass  # the browser is gone
    finally:
        timer.join()
        profile.kill()
    return seen

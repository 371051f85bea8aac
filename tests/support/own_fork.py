"""A fork that fills in who it is: colour, logo, publisher, dates, test, and a page that was elsewhere."""

from pathlib import Path

import yaml

from tests.support.projects import make_fork, plain_question

COLOUR = "#d62b00"  # hardly dark enough
NAME = "Example & Sons"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>'
GUIDE = {
    "official": True,
    "accessibility": {
        "status": "partially compliant",
        "problems": "A table scrolls sideways.",
        "tested": "2 May 2027",
        "tested_by": "our <b>team</b>",
        "tested_how": "We used a keyboard.",
    },
    "review": {"reviewed": "1 May 2027", "next_review": "1 May 2028"},
    "publisher": {
        "name": NAME,
        "contact": "digital@example.org",
        "host": "Example hosting",
        "logs": "It logs nothing.",
        "complaints": "https://example.org/complaints/",
    },
}
PARTS = ("scope", "status", "contact", "preparation")
STATEMENT = "# Accessibility\n\n" + "\n\n".join(f"{{{{ accessibility_{part}() }}}}" for part in PARTS)
DATES = "reviewed: 1 May 2026\nnext_review: 1 June 2026\nmoved_from: [questions/stream.md, well.md]\n"


def make_own_fork(folder: Path) -> Path:
    """Write the project: its question about the river is where questions/stream/ and well/ were."""
    project = make_fork(folder, [plain_question("river"), plain_question("field")])
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["theme"] = {"palette": {"primary": COLOUR}, "logo": "assets/logo.svg"}
    settings["extra"]["guide"] |= GUIDE
    settings["nav"].append({"Accessibility": "about/accessibility.md"})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    (project / "docs/assets/logo.svg").write_text(LOGO, "utf-8")
    (project / "docs/about").mkdir()
    (project / "docs/about/accessibility.md").write_text(STATEMENT, "utf-8")
    page = project / "docs/questions/river.md"
    page.write_text(page.read_text("utf-8").replace("---\n\n", f"{DATES}---\n\n"), "utf-8")
    return project

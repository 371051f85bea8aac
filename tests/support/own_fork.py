"""A fork that fills in who it is, and uses what Material's users know."""

from pathlib import Path

import yaml
from PIL import Image

from tests.support.projects import make_fork, plain_question
from tests.support.showcase import FILES

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
REPOSITORY = "https://example.org/our/guide"
SETTINGS = {
    "copyright": "Published by <b>us</b>",
    "extra_css": ["assets/own.css"],
    "extra_javascript": ["assets/own.js", {"path": "assets/module.js", "type": "module"}],
    "repo_url": REPOSITORY,
    "edit_uri": "edit/main/docs/",
}
THEME = {"palette": {"primary": COLOUR}, "logo": "assets/logo.svg", "favicon": "assets/own.png"}
OWN = {
    "docs/assets/own.css": "footer { color: inherit }\n",
    "docs/assets/own.js": "document.documentElement.dataset.own = 'here';\n",
    "docs/assets/module.js": "document.documentElement.dataset.late = 'here';\n",
    "docs/hidden.md": "---\nhide: [navigation, toc]\nsearch: {exclude: true}\n---\n\n# Hidden\n\nA page.\n",
    "overrides/main.html": '{% extends "base.html" %}{% block announce %}<p>Our own news</p>{% endblock %}\n',
    **{f"docs/{name}": text for name, text in FILES.items()},
}
# Sections in sections: the questions are in two of them.
NAV = [
    {"Home": "index.md"},
    {"Questions": [{"Water": ["questions/river.md"]}, {"Land": [{"Green": ["questions/field.md"]}]}]},
    {"More": [{"Inside": [{"Accessibility": "about/accessibility.md"}, "hidden.md"]}, {"Forms": "forms.md"}]},
    {"Checklist": "checklist.md"},
]
HIDE = "hide: [navigation, footer]\n"
DATES = f"{HIDE}reviewed: 1 May 2026\nnext_review: 1 June 2026\nmoved_from: [questions/stream.md, well.md]\n"


def make_own_fork(folder: Path) -> Path:
    """Write the project: its question about the river is where questions/stream/ and well/ were."""
    project = make_fork(folder, [plain_question("river"), plain_question("field")])
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings |= SETTINGS | {"theme": THEME, "nav": NAV}
    settings["extra"]["guide"] |= GUIDE
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    (project / "docs/assets/logo.svg").write_text(LOGO, "utf-8")
    for name, text in OWN.items():
        (project / name).write_text(text, "utf-8")
    Image.new("RGB", (32, 32), COLOUR).save(project / "docs/assets/own.png")
    (project / "docs/about").mkdir()
    (project / "docs/about/accessibility.md").write_text(STATEMENT, "utf-8")
    page = project / "docs/questions/river.md"
    page.write_text(page.read_text("utf-8").replace("---\n\n", f"{DATES}---\n\n"), "utf-8")
    return project

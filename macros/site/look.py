"""The publisher's own look: its colour, and the shape of its logo."""

from pathlib import Path

from macros.content.colour import shades
from macros.content.theme import Look


def write_look(site: Path, look: Look) -> None:
    """Write ``assets/css/guide.css``, which base.html asks for where there are any."""
    css = []
    if look.colour:
        css += [":root {", *(f"  {name}: {shade};" for name, shade in shades(look.colour).items()), "}"]
    if look.logo:
        ratio = f"{look.logo.width:g} / {look.logo.height:g}"
        css += [".header__logo {", f"  aspect-ratio: {ratio};", "}"]
    if css:
        (site / "assets/css/guide.css").write_text("\n".join([*css, ""]), encoding="utf-8")

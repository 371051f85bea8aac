"""A picture that a phone's camera reads as an address: a QR code, after ISO/IEC 18004."""

import segno
from markupsafe import Markup

QUIET = 4  # modules of white around it, which the standard asks for


def scan_code(address: str) -> Markup:
    """Return the picture as SVG that grows to its place, black on white in every colour scheme."""
    picture = segno.make(address, error="m", micro=False)
    return Markup(
        picture.svg_inline(border=QUIET, light="#fff", svgclass="scan__code", lineclass=None, omitsize=True)
    )

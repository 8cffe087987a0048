"""An address as a QR code, drawn as one path of an SVG."""

from __future__ import annotations

from html import escape

import segno

# White around the code, in modules: what the standard (GB/T 18284) asks for, so that a camera finds it on any page.
QUIET = 4


def render_qr(address: str, label: str) -> str:
    """Inline SVG, black on white, without a size of its own; a screen reader hears ``label``."""
    drawn = segno.make_qr(address, error="m").svg_inline(
        border=QUIET, light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" shape-rendering="crispEdges" ', 1)

"""An address as a QR code, drawn as one path of an SVG."""

from __future__ import annotations

import re
from html import escape

import numpy as np
import zxingcpp

# White around the code, in modules: what the standard (GB/T 18284) asks for, so that a camera finds it on any page.
QUIET = 4


def render_qr(address: str, label: str) -> str:
    """Inline SVG, black on white, without a size of its own; a screen reader hears ``label``."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = np.asarray(code.to_image(scale=1, add_quiet_zones=False))  # a byte each, 0 where it is dark
    strokes = "".join(_strokes(y, row.tobytes()) for y, row in enumerate(modules, QUIET))
    side = len(modules) + 2 * QUIET
    return (
        f'<svg role="img" aria-label="{escape(label)}" class="qr" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{strokes}"/></svg>'
    )


def _strokes(y: int, row: bytes) -> str:
    """The dark runs of a row, as strokes one module wide along its middle."""
    drawn, pen = f"M{QUIET} {y}.5", 0
    for run in re.finditer(rb"\0+", row):
        start, end = run.span()
        drawn += f"m{start - pen} 0h{end - start}" if start > pen else f"h{end - start}"
        pen = end
    return drawn

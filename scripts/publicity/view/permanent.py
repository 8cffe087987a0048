"""Where a page is found again from paper: its address, and the code that a telephone reads it from."""

from __future__ import annotations

from publicity.outputs.qr import render_qr
from publicity.settings import Settings


def permanent_data(settings: Settings, uri: str) -> dict[str, str]:
    """``uri`` is the short address of a record, or a page's own. Without an address to type, the rest is empty."""
    address = settings.public_address(uri)
    code = render_qr(address, f"二维码，扫一扫打开 {address}") if address else ""
    return {"uri": uri, "address": address, "qr": code}

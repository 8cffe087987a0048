"""What a record's page says of its permanent address, on the screen and on paper."""

from __future__ import annotations

from publicity.model.record import Record
from publicity.outputs.qr import render_qr
from publicity.outputs.short_addresses import short_uri
from publicity.settings import Settings


def permanent_data(settings: Settings, record: Record) -> dict[str, str]:
    """``address`` and ``qr`` (inline SVG) are empty while the site has no address that one could type."""
    uri = short_uri(record)
    address = settings.public_address(uri)
    return {
        "uri": uri,
        "address": address,
        "qr": render_qr(address, f"二维码，扫一扫打开 {address}") if address else "",
    }

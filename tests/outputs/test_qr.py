"""QR codes: ZXing, which shares no code with the Zint that wrote them, reads them back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from publicity.outputs.qr import QUIET, render_qr

ADDRESS = "https://portal.example/qingshi/i/2026-00012/"
SCALE = 6


def drawn(svg: str) -> Image.Image:
    """The picture as a browser paints it: a white ground, and strokes of one module along the path."""
    root = ET.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    picture = Image.new("L", (side * SCALE, side * SCALE), 255)
    pen = ImageDraw.Draw(picture)
    lines = [one for one in root.iter("path") if one.get("stroke") == "#000"]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", lines[0].attrib["d"]):
        values = [float(one) for one in re.findall(r"-?[0-9.]+", numbers)]
        if command == "h":
            box = (x * SCALE, (y - 0.5) * SCALE, (x + values[0]) * SCALE - 1, (y + 0.5) * SCALE - 1)
            pen.rectangle(box, fill=0)
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return picture


@pytest.mark.parametrize("address", [ADDRESS, "http://www.gzsandu.example/xzjd/dhz/i/2022-18433135/"])
def test_another_program_reads_the_address(address: str) -> None:
    """To the letter, at the middle level of correction."""
    (found,) = zxingcpp.read_barcodes(drawn(render_qr(address, "二维码")))

    assert found.text == address
    assert found.ec_level in ("M", "Q", "H")


def test_it_is_an_image_with_words_and_without_styles() -> None:
    """One picture to a screen reader; nothing that the policy of the site would stop."""
    svg = render_qr(ADDRESS, '扫一扫"打开')
    root = ET.fromstring(svg)

    assert (root.get("role"), root.get("aria-label"), root.get("class")) == ("img", '扫一扫"打开', "qr")
    assert {one.tag for one in root.iter()} == {"svg", "path"}
    assert "style=" not in svg
    assert "width" not in root.attrib
    assert QUIET >= 4
    assert svg == render_qr(ADDRESS, '扫一扫"打开')

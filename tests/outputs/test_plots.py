"""Bars as inline SVG, with every number in words."""

from __future__ import annotations

from xml.etree import ElementTree

from publicity.outputs.plots import WIDTH, Bar, stacked_bars

SVG = "{http://www.w3.org/2000/svg}"
SERIES = ("按时", "迟公开", "推算不出")


def drawn(*bars: Bar) -> ElementTree.Element:
    text = stacked_bars("p", "标题<b>", SERIES, bars)
    return ElementTree.fromstring(text.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def test_bars_share_one_scale() -> None:
    """The longest fills the width, the others their part of it; empty parts are not drawn."""
    bars = list(drawn(Bar("2025年", (2, 0, 2)), Bar("2026年", (0, 1, 0))).iter(f"{SVG}rect"))[len(SERIES) :]

    assert [(one.get("class"), one.get("x"), one.get("width")) for one in bars] == [
        ("plot-0", "0.0", f"{WIDTH / 2:.1f}"),
        ("plot-2", f"{WIDTH / 2:.1f}", f"{WIDTH / 2:.1f}"),
        ("plot-1", "0.0", f"{WIDTH / 4:.1f}"),
    ]


def test_every_number_stands_in_words() -> None:
    """To the eye above each bar, and to a screen reader in the description."""
    root = drawn(Bar("2025年", (2, 0, 2)), Bar("2026年", (0, 0, 0)))
    words = ["2025年：按时 2，推算不出 2", "2026年：0"]

    assert [one.text for one in root.iter(f"{SVG}text")] == [*SERIES, *words]
    assert root.findtext(f"{SVG}desc") == "；".join(words)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "p-t p-d")


def test_text_is_escaped_and_nothing_is_drawn_below_the_picture() -> None:
    """A name is never markup, and the height holds every row."""
    root = drawn(*(Bar(f"<甲>{number}", (1, 1, 1)) for number in range(3)))
    _, _, width, height = (root.get("viewBox") or "").split()

    assert root.findtext(f"{SVG}title") == "标题<b>"
    assert int(width) == WIDTH
    assert max(float(one.get("y", "0")) + float(one.get("height", "0")) for one in root.iter(f"{SVG}rect")) <= int(
        height
    )

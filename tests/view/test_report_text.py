"""The tables of a yearly disclosure report stand under the headings of their sections."""

from __future__ import annotations

from disclosure import zeros

from publicity.enrich.statutory_tables import statutory_tables
from publicity.model.disclosure_tables import DisclosureTables
from publicity.view.report_text import text_parts

SECTIONS = statutory_tables(DisclosureTables.model_validate(zeros()))


def shape(html: str) -> list[tuple[str, str | None, bool]]:
    """Each piece: its text, the name of the section after it, and whether the text has that section's heading."""
    return [
        (part["html"], part["section"].name if part["section"] else None, part["titled"])
        for part in text_parts(html, SECTIONS)
    ]


def test_a_table_follows_its_heading() -> None:
    """Nothing of the text is lost, and what follows a heading follows its table."""
    html = (
        '<h2 id="overview">一</h2><p>甲</p><h2 id="published">二</h2><p>乙</p>'
        '<h2 class="x" id="applications">三</h2>\n<h2 id="disputes">四</h2><h2 id="problems">五</h2>'
    )

    parts = shape(html)

    assert "".join(part[0] for part in parts) == html
    assert parts == [
        ('<h2 id="overview">一</h2><p>甲</p><h2 id="published">二</h2>', "published", True),
        ('<p>乙</p><h2 class="x" id="applications">三</h2>', "applications", True),
        ('\n<h2 id="disputes">四</h2>', "disputes", True),
        ('<h2 id="problems">五</h2>', None, True),
    ]


def test_a_table_without_a_heading_comes_last_under_its_own() -> None:
    """A text that has only some of the headings, or none, or has them in another order, still shows all tables."""
    assert shape("<p>甲</p>") == [
        ("<p>甲</p>", None, True), ("", "published", False), ("", "applications", False), ("", "disputes", False),
    ]  # fmt: skip
    assert shape('<h2 id="disputes">四</h2><h2 id="published">二</h2>') == [
        ('<h2 id="disputes">四</h2><h2 id="published">二</h2>', "published", True),
        ("", None, True), ("", "applications", False), ("", "disputes", False),
    ]  # fmt: skip

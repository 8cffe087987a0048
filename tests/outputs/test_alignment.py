"""A table's columns keep their side without a style attribute."""

from __future__ import annotations

from publicity.outputs.alignment import class_alignments


def test_only_cells_that_markdown_wrote_are_changed() -> None:
    """Head and body cells get a class; text that speaks of it, and other styles, stay as they are."""
    html = '<th style="text-align: right;">数</th><td style="text-align: center;">&lt;td style="text-align: left;"</td>'

    assert class_alignments(html) == (
        '<th class="align-right">数</th><td class="align-center">&lt;td style="text-align: left;"</td>'
    )
    assert class_alignments('<td style="color: red">') == '<td style="color: red">'

"""白话说明 stands before the official part, and no word of the page is lost by moving it."""

from __future__ import annotations

from datetime import date

import pytest
from whole import ROOT

from publicity.model import EnforcementItem, ProcedureNotice
from publicity.project import open_project
from publicity.view.plain_words import split_plain_words

PLAIN = '<h2 id="plain-words">白话说明</h2>\n<p>先停工。</p>\n<h3>再</h3><p>来问。</p>\n'


@pytest.mark.parametrize(
    ("html", "plain", "rest"),
    [
        (PLAIN, PLAIN, ""),
        (f'{PLAIN}<h2 id="basis">依据</h2>', PLAIN, '<h2 id="basis">依据</h2>'),
        (f"<p>前</p>{PLAIN}<h2>后</h2><p>尾</p>", PLAIN, "<p>前</p><h2>后</h2><p>尾</p>"),
        ("<p>没有</p>", "", "<p>没有</p>"),
        ("<h2>依据</h2><p>白话说明</p>", "", None),
    ],
)
def test_the_section_is_taken_out_whole(html: str, plain: str, rest: str | None) -> None:
    """From its heading to the next of its level; the other text keeps its order."""
    assert split_plain_words(html) == {"plain_words": plain, "rest": html if rest is None else rest}


def test_every_power_procedure_and_right_of_the_first_town_has_plain_words() -> None:
    """And none only repeats the official words."""
    project = open_project(ROOT / "mkdocs.yml", date(2026, 11, 28))
    rights = [
        right for _, record in project.corpus.records if isinstance(record, ProcedureNotice) for right in record.rights
    ]

    assert sum(isinstance(record, EnforcementItem | ProcedureNotice) for _, record in project.corpus.records) == 30
    assert [one for one in project.findings if one.rule == "plain-words"] == []
    assert len(rights) > 50
    assert [right.right for right in rights if right.plain in (None, right.right, f"{right.right}。")] == []
